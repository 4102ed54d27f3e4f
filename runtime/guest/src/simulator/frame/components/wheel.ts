import { following } from '../following'

const SETTLE_MS = 120

/**
 * A column that stops at whole rows. Wheels, fingers and keys scroll it as the browser does it; a drag of the mouse
 * and a tap on a row are added.
 */
export class Wheel {
  private timer = 0
  private told: number
  private wanted: number | undefined

  /**
   * @param scroller has rows of equal height and room above and below them
   * @param settled is told of a row that a user chose
   */
  constructor(
    readonly scroller: HTMLElement,
    private readonly rowHeight: () => number,
    private readonly settled: (index: number) => void,
  ) {
    this.told = 0
    scroller.tabIndex = 0
    scroller.addEventListener('scroll', () => this.wait(), { passive: true })
    scroller.addEventListener('pointerdown', (event) => this.drag(event))
  }

  get index(): number {
    return this.wanted ?? Math.max(0, Math.round(this.scroller.scrollTop / Math.max(1, this.rowHeight())))
  }

  /** Turns to a row without telling. */
  turn(index: number, behavior: ScrollBehavior = 'instant'): void {
    this.told = index
    this.go(index, behavior)
  }

  private go(index: number, behavior: ScrollBehavior): void {
    this.scroller.scrollTo({ top: index * this.rowHeight(), behavior })
  }

  private wait(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.settle(), SETTLE_MS)
  }

  private settle(): void {
    this.wanted = undefined
    if (this.index === this.told) return
    this.told = this.index
    this.settled(this.told)
  }

  private drag(down: PointerEvent): void {
    if (down.pointerType !== 'mouse' || down.button !== 0) return this.tapped(down)
    const from = this.scroller.scrollTop
    this.scroller.setPointerCapture(down.pointerId)
    const move = (event: PointerEvent) => this.scroller.scrollTo({ top: from + down.clientY - event.clientY })
    following(move, (event) => Math.abs(event.clientY - down.clientY) < 6 && this.choose(event))
  }

  private tapped(down: PointerEvent): void {
    const up = (event: PointerEvent) => Math.abs(event.clientY - down.clientY) < 6 && this.choose(event)
    this.scroller.addEventListener('pointerup', up, { once: true })
  }

  private choose({ clientY }: PointerEvent): void {
    const box = this.scroller.getBoundingClientRect()
    const rows = Math.round((clientY - box.top - box.height / 2) / Math.max(1, this.rowHeight()))
    const last = Math.round((this.scroller.scrollHeight - this.scroller.clientHeight) / Math.max(1, this.rowHeight()))
    this.wanted = Math.min(last, Math.max(0, this.index + rows))
    this.go(this.wanted, 'smooth')
  }
}
