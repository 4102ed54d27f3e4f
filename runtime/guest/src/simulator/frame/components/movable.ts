import { Component } from './component'
import { dragging } from './drag'
import { inside } from './inside'

const CSS = ':host { touch-action: none; }'

/** WeChat's movable-view: a box that a finger moves within its area. */
export class MovableComponent extends Component {
  /** Where it is to be; it stands as near as its area lets it. */
  private wanted = { x: 0, y: 0 }
  private from = { x: 0, y: 0 }
  private readonly sizes = new ResizeObserver(() => this.place())

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    inside(this.element, CSS, document.createElement('slot'))
    this.sizes.observe(this.element)
    dragging(this.element, {
      begin: () => this.begin(),
      move: ({ dx, dy }) => this.drag(dx, dy),
      end: () => {},
    })
  }

  protected override changed(name: string): void {
    if (name !== 'x' && name !== 'y') return
    this.wanted = { x: this.number('x', 0), y: this.number('y', 0) }
    this.place()
  }

  private begin(): boolean {
    this.from = this.place()
    return (this.text('direction') || 'none') !== 'none' && !this.flag('disabled')
  }

  private drag(dx: number, dy: number): void {
    const direction = this.text('direction')
    this.wanted = {
      x: this.from.x + (direction === 'vertical' ? 0 : dx),
      y: this.from.y + (direction === 'horizontal' ? 0 : dy),
    }
    this.wanted = this.place()
    this.tellOf('change', { ...this.wanted, source: 'touch' })
  }

  private place(): { x: number; y: number } {
    const { parentElement: area, offsetWidth, offsetHeight } = this.element
    const x = within(this.wanted.x, (area?.clientWidth ?? 0) - offsetWidth)
    const y = within(this.wanted.y, (area?.clientHeight ?? 0) - offsetHeight)
    this.element.style.transform = `translate(${x}px, ${y}px)`
    return { x, y }
  }
}

/** Between the area's start and its end, also where the view is larger than its area. */
function within(wanted: number, room: number): number {
  return Math.min(Math.max(0, room), Math.max(Math.min(0, room), wanted))
}
