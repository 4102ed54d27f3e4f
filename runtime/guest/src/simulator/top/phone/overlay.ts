import { byId, make, write } from '../dom'
import type { PhoneNumber, ProgramDialog, Ui } from '../messages'
import { plainText } from '../plain-text'

/** How long WeChat shows a toast that names no `duration`. */
const TOAST_MS = 1_500
const MOST_CONTENT = 1_000
const MOST_WORD = 12

/** What the program shows over its page: toast, loading sign, its own dialog. All inside the phone. */
export class Overlay {
  private readonly toast = byId('toast')
  private readonly dialog = byId('program-dialog')
  private shown = ''
  private asked = ''
  private timer = 0
  private toastOver = false

  /** @param need asks for the telephone number that a token stands for */
  constructor(
    private readonly answer: (confirm: boolean) => void,
    private readonly need: (ref: string) => void,
  ) {}

  draw(ui: Ui, program: string): void {
    this.drawToast(ui)
    const asked = JSON.stringify(ui.dialog ?? null)
    if (asked === this.asked) return
    this.asked = asked
    this.dialog.hidden = !ui.dialog
    if (ui.dialog) this.ask(ui.dialog, program)
  }

  /** Fills in what the dialog stands for; the program has no part in it. */
  number({ ref, value }: PhoneNumber): void {
    const text = this.dialog.querySelector('.content')
    if (text && this.asked.includes(JSON.stringify(ref))) text.textContent = value || 'There is no number.'
  }

  private drawToast({ toast, loading }: Ui): void {
    const shown = JSON.stringify([toast, loading])
    if (shown !== this.shown) this.start(shown, loading ? undefined : toast)
    const said = loading ?? (this.toastOver ? undefined : toast)
    const icon = loading ? 'loading' : (toast?.icon ?? 'success')
    this.toast.hidden = said === undefined
    this.toast.dataset.icon = icon
    write(byId('toast-text'), plainText(said?.title ?? '', 60))
  }

  // the host keeps a toast until the next one; a person sees it for a moment
  private start(shown: string, passing: Ui['toast']): void {
    this.shown = shown
    this.toastOver = false
    clearTimeout(this.timer)
    if (passing) this.timer = window.setTimeout(() => this.end(), passing.duration ?? TOAST_MS)
  }

  private end(): void {
    this.toastOver = true
    this.toast.hidden = true
  }

  private ask(dialog: ProgramDialog, program: string): void {
    const text = make('p', { class: 'content' }, plainText(dialog.content ?? '', MOST_CONTENT))
    const cancel = this.button(dialog.cancelText || 'Cancel', false)
    const confirm = this.button(dialog.confirmText || 'OK', true)
    const buttons = dialog.showCancel === false ? [confirm] : [cancel, confirm]
    const box = make(
      'div',
      { class: 'box', role: 'dialog', 'aria-label': `${program} asks` },
      make('p', { class: 'from' }, `${plainText(program, 40)} says`),
      make('h2', {}, plainText(dialog.title ?? '', 80)),
      text,
      make('div', { class: 'buttons' }, ...buttons),
    )
    this.dialog.replaceChildren(box)
    if (dialog.ref !== undefined) this.need(dialog.ref)
    confirm.focus()
  }

  private button(text: string, confirm: boolean): HTMLButtonElement {
    const click = (event: Event) => event.isTrusted && this.answer(confirm)
    return make('button', { class: confirm ? 'confirm' : 'cancel', type: 'button', click }, plainText(text, MOST_WORD))
  }
}
