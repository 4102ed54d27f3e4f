import { Component } from './component'
import { dragging } from './drag'
import { inside } from './inside'

const CSS = `
.refresher { display: none; height: 45px; align-items: center; justify-content: center; }
:host([refreshing]) .refresher { display: flex; }
.refresher::before {
  box-sizing: border-box; width: 20px; height: 20px; border: 2px solid #999; border-right-color: transparent;
  border-radius: 50%; content: ''; animation: turn 1s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
`
const THRESHOLD_PX = 50
const REFRESHER_PX = 45

/** WeChat's scroll-view: a box that scrolls, tells where it is, and may be pulled down. */
export class ScrollViewComponent extends Component {
  private left = 0
  private top = 0
  private readonly near = new Set<string>(['top', 'left'])

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    const refresher = document.createElement('div')
    refresher.className = 'refresher'
    inside(this.element, CSS, refresher, document.createElement('slot'))
    this.element.addEventListener('scroll', (event) => event.target === this.element && this.scrolled(), {
      passive: true,
    })
    dragging(this.element, {
      begin: ({ dy, dx }) => this.flag('refresher-enabled') && this.element.scrollTop <= 0 && dy > Math.abs(dx),
      move: ({ dy }) => this.tellOf('refresherpulling', { dy }),
      end: ({ dy }) => this.pulled(dy),
    })
  }

  protected override changed(name: string): void {
    // what is scrolled to may come with the same operations, behind this one
    if (name === 'scroll-top') requestAnimationFrame(() => this.go({ top: this.number('scroll-top', 0) }))
    if (name === 'scroll-left') requestAnimationFrame(() => this.go({ left: this.number('scroll-left', 0) }))
    if (name === 'scroll-into-view') requestAnimationFrame(() => this.show(this.text('scroll-into-view')))
    if (name === 'refresher-triggered') this.refresh(this.flag('refresher-triggered'))
  }

  private go(to: ScrollToOptions): void {
    this.element.scrollTo({ ...to, behavior: this.flag('scroll-with-animation') ? 'smooth' : 'instant' })
  }

  private show(id: string): void {
    const target = id && this.element.querySelector(`#${globalThis.CSS.escape(id)}`)
    if (!target) return
    const [box, own] = [target.getBoundingClientRect(), this.element.getBoundingClientRect()]
    const { scrollTop, scrollLeft } = this.element
    this.go({
      ...(this.flag('scroll-y') && { top: scrollTop + box.top - own.top }),
      ...(this.flag('scroll-x') && { left: scrollLeft + box.left - own.left }),
    })
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.element
    const [deltaX, deltaY] = [this.left - scrollLeft, this.top - scrollTop]
    this.left = scrollLeft
    this.top = scrollTop
    this.tellOf('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY })
    const [upper, lower] = [this.number('upper-threshold', THRESHOLD_PX), this.number('lower-threshold', THRESHOLD_PX)]
    if (deltaY) this.edge('scrolltoupper', 'top', scrollTop <= upper)
    if (deltaY) this.edge('scrolltolower', 'bottom', scrollHeight - clientHeight - scrollTop <= lower)
    if (deltaX) this.edge('scrolltoupper', 'left', scrollLeft <= upper)
    if (deltaX) this.edge('scrolltolower', 'right', scrollWidth - clientWidth - scrollLeft <= lower)
  }

  private edge(type: string, direction: string, near: boolean): void {
    if (near && !this.near.has(direction)) this.tellOf(type, { direction })
    if (near) this.near.add(direction)
    else this.near.delete(direction)
  }

  private pulled(dy: number): void {
    if (dy < this.number('refresher-threshold', REFRESHER_PX)) return this.tellOf('refresherabort', { dy })
    this.refresh(true)
    this.tellOf('refresherrefresh', { dy })
  }

  private refresh(on: boolean): void {
    if (!on && this.element.hasAttribute('refreshing')) this.tellOf('refresherrestore', { dy: 0 })
    this.element.toggleAttribute('refreshing', on)
  }
}
