import { byId, make } from '../dom'
import type { Ui } from '../messages'

const SHOWN_MS = 2_500

/** Puts what the program copied on the clipboard: at once where the browser lets it, or when the user says so. */
export class Clipboard {
  private readonly bar = byId('copied')
  private last = 0
  private timer = 0

  draw({ copied }: Ui): void {
    if (!copied || copied.number === this.last) return
    this.last = copied.number
    navigator.clipboard.writeText(copied.data).then(
      () => this.say('Copied to the clipboard'),
      () => this.offer(copied.data),
    )
  }

  private say(...what: (Node | string)[]): void {
    clearTimeout(this.timer)
    this.bar.replaceChildren(...what)
    this.bar.hidden = false
    this.timer = window.setTimeout(() => (this.bar.hidden = true), SHOWN_MS)
  }

  private offer(data: string): void {
    const click = () => void navigator.clipboard.writeText(data).then(() => this.say('Copied to the clipboard'))
    this.say('The program copied a text ', make('button', { type: 'button', click }, 'Copy'))
    clearTimeout(this.timer)
  }
}
