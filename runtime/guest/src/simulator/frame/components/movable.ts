import { Component } from './component'
import { dragging } from './drag'
import { inside } from './inside'

const CSS = ':host { touch-action: none; }'

/** WeChat's movable-view: a box that a finger moves within its area. */
export class MovableComponent extends Component {
  private x = 0
  private y = 0
  private from = { x: 0, y: 0 }

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    inside(this.element, CSS, document.createElement('slot'))
    dragging(this.element, {
      begin: () => this.begin(),
      move: ({ dx, dy }) => this.move(this.from.x + dx, this.from.y + dy, 'touch'),
      end: () => {},
    })
  }

  protected override changed(name: string): void {
    // the size of the area is known when it is there
    if (name === 'x' || name === 'y')
      requestAnimationFrame(() => this.move(this.number('x', this.x), this.number('y', this.y), '', true))
  }

  private begin(): boolean {
    this.from = { x: this.x, y: this.y }
    return this.direction !== 'none' && !this.flag('disabled')
  }

  private get direction(): string {
    return this.text('direction') || 'none'
  }

  private move(x: number, y: number, source: string, free = false): void {
    const area = this.element.parentElement
    const [width, height] = area ? [area.clientWidth, area.clientHeight] : [0, 0]
    if (free || this.direction !== 'vertical') this.x = within(x, width - this.element.offsetWidth)
    if (free || this.direction !== 'horizontal') this.y = within(y, height - this.element.offsetHeight)
    this.element.style.transform = `translate(${this.x}px, ${this.y}px)`
    this.tellOf('change', { x: this.x, y: this.y, source })
  }
}

/** Between the area's start and its end, also where the view is larger than its area. */
function within(wanted: number, room: number): number {
  return Math.min(Math.max(0, room), Math.max(Math.min(0, room), wanted))
}
