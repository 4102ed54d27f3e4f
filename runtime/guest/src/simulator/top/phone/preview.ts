import { byId, make } from '../dom'
import type { Ui } from '../messages'
import { fetchResource } from './resources'

/** Pictures on the phone's whole screen, one at a time: the next one comes with a tap, and after the last one it closes. */
export class Preview {
  private readonly screen = byId('preview')
  private shown = 0
  private waiting: string[] = []

  constructor(private readonly closed: () => void) {
    this.screen.addEventListener('click', (event) => event.isTrusted && void this.next())
  }

  draw({ preview }: Ui): void {
    if (preview?.number === this.shown) return
    this.shown = preview?.number ?? 0
    this.screen.hidden = preview === undefined
    this.screen.replaceChildren()
    if (!preview) return
    const from = Math.max(0, preview.urls.indexOf(preview.current))
    this.waiting = preview.urls.slice(from)
    void this.next()
  }

  private async next(): Promise<void> {
    const path = this.waiting.shift()
    if (path === undefined) return this.closed()
    const shown = this.shown
    const found = await fetchResource(path)
    if (shown !== this.shown || found.t !== 'resource') return
    const picture = make('img', { alt: '' })
    if (found.blob) picture.src = URL.createObjectURL(found.blob)
    picture.onload = () => URL.revokeObjectURL(picture.src)
    this.screen.replaceChildren(picture)
  }
}
