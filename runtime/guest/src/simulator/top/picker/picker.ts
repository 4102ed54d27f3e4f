import { byId, make } from '../dom'
import type { Pick } from '../messages'
import { upload } from './upload'

const MOST_TEXT = 10_000

/** Where the user picks something of their own for the program, outside of its frame: pictures, or a text to paste. */
export class PickerDialog {
  private readonly dialog = byId<HTMLDialogElement>('picker')
  private shown: Pick | undefined
  private taken = 0

  /** @param done is told what the user decided; pictures are with the host by then */
  constructor(private readonly done: (number: number, take: boolean, text?: string) => void) {
    this.dialog.addEventListener('close', () => this.end(false))
  }

  /** Shows the pick that waits, or none. */
  draw(pick: Pick | undefined, program: string): void {
    if (pick?.number === this.shown?.number) return
    this.shown = undefined
    if (this.dialog.open) this.dialog.close()
    this.shown = pick
    if (pick) this.show(pick, program)
  }

  private show(pick: Pick, program: string): void {
    this.taken = 0
    const body = pick.what === 'text' ? this.text() : this.pictures(pick)
    const title = pick.what === 'text' ? 'Paste a text for ' : 'Pick pictures for '
    this.dialog.replaceChildren(
      make('p', { class: 'origin' }, 'Cloakroom hands over what you pick'),
      make('h1', { id: 'picker-title' }, title, make('bdi', { class: 'who' }, program)),
      ...body,
    )
    this.dialog.showModal()
  }

  private pictures(pick: Pick): Node[] {
    const list = make('ul', { 'aria-live': 'polite' })
    const hand = this.button('Hand over', 'take', () => this.end(true))
    hand.disabled = true
    const change = (event: Event) => void this.send(pick, event.target as HTMLInputElement, list, hand)
    const attributes = { type: 'file', accept: 'image/jpeg,image/png', 'aria-label': 'Pictures', change }
    const input = make('input', { ...attributes, multiple: pick.most > 1 })
    const note = `At most ${pick.most}, JPEG or PNG. The program gets the pixels: no place, time or device.`
    return [make('p', {}, note), input, list, this.buttons(hand)]
  }

  private async send(pick: Pick, input: HTMLInputElement, list: Element, hand: HTMLButtonElement): Promise<void> {
    for (const file of input.files ?? []) {
      const problem = await upload(pick.number, file)
      if (problem === undefined) this.taken++
      list.append(make('li', {}, make('bdi', {}, file.name), problem === undefined ? '' : `: ${problem}`))
    }
    input.value = ''
    hand.disabled = this.taken === 0
  }

  private text(): Node[] {
    const area = make('textarea', { rows: '5', maxlength: String(MOST_TEXT), 'aria-label': 'Text' })
    const hand = this.button('Hand over', 'take', () => this.end(area.value !== '', area.value))
    const note = 'The program sees what you put here, and nothing else of your clipboard.'
    return [make('p', {}, note), area, this.buttons(hand)]
  }

  private buttons(hand: HTMLButtonElement): HTMLElement {
    return make(
      'div',
      { class: 'buttons' },
      this.button('Cancel', 'cancel', () => this.end(false)),
      hand,
    )
  }

  private button(label: string, kind: string, act: () => void): HTMLButtonElement {
    const click = (event: Event) => event.isTrusted && act()
    return make('button', { type: 'button', class: kind, click }, label)
  }

  private end(take: boolean, text?: string): void {
    const { shown } = this
    if (!shown) return
    this.shown = undefined
    this.dialog.close()
    this.done(shown.number, take, take ? text : undefined)
  }
}
