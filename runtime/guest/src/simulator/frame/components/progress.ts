import { Component } from './component'
import { inside } from './inside'

const CSS = `
:host { display: flex; align-items: center; }
.track { flex: 1; overflow: hidden; background: #ebebeb; }
.fill { width: 0; height: 100%; background: #07c160; }
.said { margin-left: 15px; min-width: 2em; }
`
const COLOR = /^[#a-z0-9(),.%\s-]{1,60}$/i
const MS_FOR_A_PERCENT = 30

/** WeChat's progress bar. */
export class ProgressComponent extends Component {
  private readonly track = document.createElement('div')
  private readonly fill = document.createElement('div')
  private readonly said = document.createElement('div')

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    this.track.className = 'track'
    this.fill.className = 'fill'
    this.said.className = 'said'
    this.track.append(this.fill)
    inside(this.element, CSS, this.track, this.said)
    this.element.setAttribute('role', 'progressbar')
    this.fill.addEventListener('transitionend', () => this.tellOf('activeend', { curPercent: this.percent }))
    this.draw()
  }

  protected override changed(): void {
    this.draw()
  }

  private get percent(): number {
    return Math.min(100, Math.max(0, this.number('percent', 0)))
  }

  private draw(): void {
    const { percent } = this
    const width = `${percent}%`
    if (this.fill.style.width !== width) this.move(percent)
    this.fill.style.width = width
    this.track.style.height = `${this.number('stroke-width', 6)}px`
    this.track.style.borderRadius = `${this.number('border-radius', 0)}px`
    this.color(this.fill, 'activeColor', 'color')
    this.color(this.track, 'backgroundColor')
    this.said.hidden = !this.flag('show-info')
    this.said.textContent = width
    this.said.style.fontSize = `${this.number('font-size', 16)}px`
    this.element.setAttribute('aria-valuenow', String(percent))
  }

  private move(percent: number): void {
    const duration = this.flag('active') ? percent * this.number('duration', MS_FOR_A_PERCENT) : 0
    this.fill.style.transition = `width ${duration}ms linear`
  }

  private color(element: HTMLElement, ...names: string[]): void {
    const color = names.map((name) => this.text(name)).find(Boolean) ?? ''
    if (COLOR.test(color)) element.style.background = color
  }
}
