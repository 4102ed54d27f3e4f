import { Component } from './component'
import { dragging, type Moved } from './drag'
import { inside } from './inside'
import { Dots } from './swiper-dots'
import { offsetOf, targetOf } from './swiper-places'

const CSS = `
:host { display: block; position: relative; height: 150px; overflow: hidden; touch-action: pan-y; }
:host([vertical]) { touch-action: pan-x; }
.items { position: absolute; inset: 0; }
`
const DURATION_MS = 500
const INTERVAL_MS = 5000
const FAR_ENOUGH = 0.25

/** WeChat's swiper: shows one of its items, or some, and moves to others by touch, by time, or when told. */
export class SwiperComponent extends Component {
  private readonly items = document.createElement('div')
  private readonly dots = new Dots()
  /** Where it is: the number of the item in front, with a fraction while it moves. */
  private place = 0
  private current = 0
  private animation = 0
  private timer = 0

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    this.items.className = 'items'
    this.items.append(document.createElement('slot'))
    inside(this.element, CSS, this.items, this.dots.element)
    new MutationObserver(() => this.arrange()).observe(this.element, { childList: true })
    dragging(this.element, {
      begin: ({ dx, dy }) => this.begin(Math.abs(this.vertical ? dy : dx) > Math.abs(this.vertical ? dx : dy)),
      move: (moved) => this.drag(moved),
      end: (moved) => this.drop(moved),
    })
    this.wait()
  }

  protected override changed(name: string): void {
    if (name === 'current') this.go(this.number('current', 0), '')
    if (name === 'vertical') this.element.toggleAttribute('vertical', this.vertical)
    if (name === 'autoplay' || name === 'interval') this.wait()
    const margins = [this.text('previous-margin') || '0', this.text('next-margin') || '0'].map((one) =>
      this.page.css(one),
    )
    this.items.style.inset = this.vertical ? `${margins[0]} 0 ${margins[1]}` : `0 ${margins[1]} 0 ${margins[0]}`
    this.arrange()
  }

  private get vertical(): boolean {
    return this.flag('vertical')
  }

  private get shown(): number {
    return Math.max(1, this.number('display-multiple-items', 1))
  }

  private children(): HTMLElement[] {
    return [...this.element.children].filter((child) => child.localName === 'wx-swiper-item') as HTMLElement[]
  }

  private get circular(): boolean {
    return this.flag('circular') && this.children().length > this.shown
  }

  private arrange(): void {
    const items = this.children()
    items.forEach((item, at) => {
      const offset = offsetOf(at, this.place, this.circular ? items.length : 0, this.shown)
      const move = `${offset * 100}%`
      item.style.transform = this.vertical ? `translate(0, ${move})` : `translate(${move}, 0)`
      item.style.setProperty(this.vertical ? 'height' : 'width', `${100 / this.shown}%`)
    })
    this.dots.draw({
      count: this.flag('indicator-dots') ? items.length : 0,
      current: this.current,
      vertical: this.vertical,
      color: this.text('indicator-color'),
      active: this.text('indicator-active-color'),
    })
  }

  private begin(along: boolean): boolean {
    const movable = along && !this.flag('disable-touch') && this.children().length > this.shown
    if (movable) this.stop()
    return movable
  }

  private drag(moved: Moved): void {
    const wanted = this.current - this.part(moved)
    const last = this.children().length - this.shown
    this.place = this.circular ? wanted : Math.min(last, Math.max(0, wanted))
    this.arrange()
    this.tellOf('transition', { dx: this.vertical ? 0 : -moved.dx, dy: this.vertical ? -moved.dy : 0 })
  }

  private drop(moved: Moved): void {
    const part = this.part(moved)
    const steps = Math.abs(part) < FAR_ENOUGH ? 0 : -Math.sign(part)
    this.moveTo(this.current + steps, 'touch')
    this.wait()
  }

  private part({ dx, dy }: Moved): number {
    const { offsetWidth, offsetHeight } = this.items
    return (this.vertical ? dy / Math.max(1, offsetHeight) : dx / Math.max(1, offsetWidth)) * this.shown
  }

  private go(current: number, source: string): void {
    const known = Math.min(Math.max(0, Math.trunc(current)), Math.max(0, this.children().length - 1))
    // items may come behind the operation that says which one to show
    if (this.children().length === 0) this.place = this.current = Math.max(0, Math.trunc(current))
    else if (known !== this.current)
      this.moveTo(targetOf(known, this.current, this.circular ? this.children().length : 0), source)
  }

  /** Moves to a place, which counts on where a circular one begins anew. */
  private moveTo(place: number, source: string): void {
    const count = this.children().length
    const last = count - this.shown
    const target = this.circular ? place : Math.min(last, Math.max(0, place))
    const current = count > 0 ? ((target % count) + count) % count : 0
    const changed = current !== this.current
    this.current = current
    if (changed) this.page.change(this.id, current, source)
    this.animate(target, source)
  }

  private animate(target: number, source: string): void {
    this.stop()
    const from = this.place
    const begin = performance.now()
    const duration = document.hidden ? 0 : this.number('duration', DURATION_MS)
    const step = (now: number) => {
      const part = duration > 0 ? Math.min(1, Math.max(0, (now - begin) / duration)) : 1
      this.place = from + (target - from) * (1 - (1 - part) ** 3)
      if (part === 1) return this.arrived(source)
      this.arrange()
      this.animation = requestAnimationFrame(step)
    }
    this.animation = requestAnimationFrame(step)
    if (duration === 0) step(begin)
  }

  private arrived(source: string): void {
    this.stop()
    this.place = this.current
    this.arrange()
    this.tellOf('animationfinish', { current: this.current, currentItemId: this.itemId(), source })
  }

  private itemId(): string {
    return this.children()[this.current]?.getAttribute('item-id') ?? ''
  }

  private stop(): void {
    cancelAnimationFrame(this.animation)
    clearTimeout(this.timer)
    this.timer = 0
  }

  private wait(): void {
    clearTimeout(this.timer)
    if (!this.flag('autoplay')) return
    this.timer = window.setTimeout(() => this.turn(), Math.max(500, this.number('interval', INTERVAL_MS)))
  }

  private turn(): void {
    const count = this.children().length
    const visible = this.element.isConnected && this.element.offsetParent !== null && !document.hidden
    if (visible && count > this.shown) this.moveTo(this.last() && !this.circular ? 0 : this.current + 1, 'autoplay')
    this.wait()
  }

  private last(): boolean {
    return this.current >= this.children().length - this.shown
  }
}
