import { byId } from '../dom'
import type { Consent, ConsentChoice } from '../messages'
import { promptContent } from './prompt'
import { Watch } from './watch'

const PRESSING = new Set(['Enter', ' '])

/**
 * The trusted question, above everything else of the window and outside of the program's frame. An answer
 * counts only when the browser vouches for it and the dialog had settled when the press began.
 */
export class ConsentDialog {
  private readonly dialog = byId<HTMLDialogElement>('consent')
  private waiting: Consent[] = []
  private shown: Consent | undefined
  private watch: Watch | undefined
  private press: 'pointer' | 'key' | undefined

  /**
   * @param answered is told of the user's choice
   * @param opened is told whether a question stands there
   */
  constructor(
    private readonly answered: (id: string, choice: ConsentChoice, label?: string) => void,
    private readonly opened: (open: boolean) => void,
  ) {
    this.dialog.addEventListener('cancel', (event) => this.cancel(event))
    this.dialog.addEventListener('close', () => this.closed())
    this.dialog.addEventListener('pointerdown', () => this.begin('pointer'), { capture: true })
    this.dialog.addEventListener('keydown', (event) => this.beginKey(event), { capture: true })
  }

  ask(consent: Consent): void {
    if (this.shown?.id === consent.id || this.waiting.some(({ id }) => id === consent.id)) return
    this.waiting.push(consent)
    if (!this.shown) this.next()
  }

  /** The question with that id needs no answer any more. */
  over(id: string): void {
    this.waiting = this.waiting.filter((consent) => consent.id !== id)
    if (this.shown?.id === id) this.next()
  }

  /** No question of before is left. */
  clear(): void {
    this.waiting = []
    if (this.shown) this.next()
  }

  private next(): void {
    this.watch?.end()
    this.shown = this.waiting.shift()
    this.press = undefined
    if (this.shown) this.show(this.shown)
    else this.dialog.close()
    this.opened(this.shown !== undefined)
  }

  // focus goes to the dialog itself: what the user was about to press must not be one of its buttons; and a
  // small window shows who asks before it shows the buttons, to which the browser may have scrolled
  private show(consent: Consent): void {
    this.dialog.replaceChildren(...promptContent(consent, (choice, event) => this.choose(choice, event)))
    if (!this.dialog.open) this.dialog.showModal()
    this.dialog.focus()
    this.dialog.scrollTop = 0
    this.watch = new Watch(this.dialog, (progress) => this.showProgress(progress))
  }

  private choose(choice: ConsentChoice, event: MouseEvent): void {
    const counts = event.isTrusted && this.isWhole(event) && this.watch?.ready() === true
    this.press = undefined
    if (counts) this.answer(choice)
  }

  // a key that is hit meanwhile does not make up for a pointer that was down too early; keys click zero times
  private isWhole(click: MouseEvent): boolean {
    return this.press === (click.detail === 0 ? 'key' : 'pointer')
  }

  private answer(choice: ConsentChoice): void {
    const { shown } = this
    if (!shown) return
    const label = this.dialog.querySelector<HTMLSelectElement>('select.which')?.value
    this.next()
    this.answered(shown.id, choice, label)
  }

  private cancel(event: Event): void {
    event.preventDefault()
    if (event.isTrusted) this.answer('dismiss')
  }

  // a browser lets a second Escape close a dialog whatever the page says
  private closed(): void {
    if (!this.dialog.open) this.answer('dismiss')
  }

  private begin(press: 'pointer' | 'key'): void {
    this.press = this.watch?.ready() === true ? press : undefined
  }

  // a key that is held since before would press whatever gets the focus
  private beginKey(event: KeyboardEvent): void {
    if (event.repeat && event.key !== 'Tab') event.preventDefault()
    else if (PRESSING.has(event.key)) this.begin('key')
  }

  private showProgress(progress: number): void {
    this.dialog.style.setProperty('--settled', String(progress))
    for (const button of this.dialog.querySelectorAll('button')) {
      button.setAttribute('aria-disabled', String(progress < 1))
    }
  }
}
