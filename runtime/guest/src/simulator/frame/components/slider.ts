import { following } from '../following'
import { Component } from './component'
import { inside } from './inside'

const CSS = `
:host { display: block; margin: 10px 18px; padding: 0; touch-action: pan-y; }
.row { display: flex; align-items: center; min-height: 28px; }
.track { position: relative; flex: 1; height: 2px; border-radius: 5px; background: var(--track, #e9e9e9); cursor: pointer; }
.track::before { position: absolute; inset: -13px 0; content: ''; }
.fill { width: var(--at, 0%); height: 100%; border-radius: inherit; background: var(--fill, #07c160); }
.handle {
  position: absolute; top: 50%; left: var(--at, 0%); width: var(--size, 28px); height: var(--size, 28px); border-radius: 50%;
  background: var(--block, #fff); box-shadow: 0 0 4px rgb(0 0 0 / 20%); transform: translate(-50%, -50%);
}
.value { min-width: 2em; margin-left: 20px; color: #888; font-size: 14px; text-align: center; }
`
const COLORS: [property: string, ...names: string[]][] = [
  ['--fill', 'activeColor', 'active-color', 'selected-color'],
  ['--track', 'backgroundColor', 'background-color'],
  ['--block', 'block-color'],
]
const COLOR = /^[#a-z0-9(),.%\s-]{1,60}$/i
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }

/** WeChat's slider: a drag or a tap on its track chooses a number. */
export class SliderComponent extends Component {
  private readonly row = part('row')
  private readonly track = part('track')
  private readonly said = part('value')
  private value = 0

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    this.track.append(part('fill'), part('handle'))
    this.row.append(this.track, this.said)
    inside(this.element, CSS, this.row)
    this.element.setAttribute('role', 'slider')
    this.element.tabIndex = 0
    this.track.addEventListener('pointerdown', (event) => event.isTrusted && this.drag(event))
    this.element.addEventListener('keydown', (event) => event.isTrusted && this.key(event))
    this.show(0)
  }

  protected override changed(): void {
    for (const [property, ...names] of COLORS) this.color(property, names.find((name) => this.text(name)) ?? '')
    this.row.style.setProperty('--size', `${Math.min(28, Math.max(12, this.number('block-size', 28)))}px`)
    this.said.hidden = !this.flag('show-value')
    this.show(this.number('value', this.min))
  }

  private get min(): number {
    return this.number('min', 0)
  }

  private get max(): number {
    return Math.max(this.min, this.number('max', 100))
  }

  private color(property: string, name: string): void {
    if (COLOR.test(this.text(name))) this.row.style.setProperty(property, this.text(name))
  }

  private show(value: number): void {
    this.value = Math.min(this.max, Math.max(this.min, value))
    const part = this.max > this.min ? (this.value - this.min) / (this.max - this.min) : 0
    this.row.style.setProperty('--at', `${part * 100}%`)
    this.said.textContent = String(this.value)
    this.element.setAttribute('aria-valuenow', String(this.value))
  }

  private drag(down: PointerEvent): void {
    if (this.flag('disabled')) return
    const move = (event: PointerEvent) => {
      this.show(this.valueAt(event))
      this.tellOf('changing', { value: this.value })
    }
    const end = (event: PointerEvent) => this.choose(event.type === 'pointerup' ? this.valueAt(event) : this.value)
    this.track.setPointerCapture(down.pointerId)
    this.show(this.valueAt(down))
    following(move, end)
  }

  private key(event: KeyboardEvent): void {
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key]! : 0
    if (step === 0 || this.flag('disabled')) return
    event.preventDefault()
    this.choose(this.value + step * this.step)
  }

  private choose(value: number): void {
    this.show(value)
    this.page.change(this.id, this.value, '')
  }

  private get step(): number {
    return Math.max(this.number('step', 1), 1e-6)
  }

  private valueAt({ clientX }: PointerEvent): number {
    const { left, width } = this.track.getBoundingClientRect()
    const wanted = this.min + Math.min(1, Math.max(0, (clientX - left) / width)) * (this.max - this.min)
    const near = this.min + Math.round((wanted - this.min) / this.step) * this.step
    return Math.round(Math.min(near, this.max) * 1e6) / 1e6
  }
}

function part(name: string): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  return element
}
