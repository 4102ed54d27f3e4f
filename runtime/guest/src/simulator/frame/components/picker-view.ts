import { componentOf } from '../nodes'
import { Component } from './component'
import { inside } from './inside'
import { Wheel } from './wheel'

const VIEW_CSS = `
:host { position: relative; display: block; height: 300px; overflow: hidden; }
.box { position: relative; height: 100%; --row: 34px; }
.columns { display: flex; height: 100%; }
.mask {
  position: absolute; inset: 0; pointer-events: none;
  background: linear-gradient(#fffffff2, #ffffff99) 0 0 / 100% calc(50% - var(--row) / 2) no-repeat,
    linear-gradient(#ffffff99, #fffffff2) 0 100% / 100% calc(50% - var(--row) / 2) no-repeat;
}
.indicator { position: absolute; inset: auto 0; top: 50%; height: 34px; border: solid #e5e5e5; border-width: 1px 0; box-sizing: border-box; transform: translateY(-50%); pointer-events: none; }
`
const COLUMN_CSS = `
:host { flex: 1; min-width: 0; height: 100%; overflow: hidden; }
div { height: 100%; overflow: auto; scrollbar-width: none; scroll-snap-type: y mandatory; outline: 0; overscroll-behavior: contain; cursor: pointer; }
div::before, div::after { display: block; height: calc(50% - var(--row) / 2); content: ''; }
::slotted(*) { box-sizing: border-box; height: var(--row) !important; overflow: hidden; scroll-snap-align: center; }
`

/** WeChat's picker-view: columns of the program's own rows, of which the one in the middle counts. */
export class PickerViewComponent extends Component {
  private readonly indicator = document.createElement('div')
  private readonly box = document.createElement('div')

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    const [columns, mask] = [document.createElement('div'), document.createElement('div')]
    this.box.className = 'box'
    columns.className = 'columns'
    mask.className = 'mask'
    this.indicator.className = 'indicator'
    columns.append(document.createElement('slot'))
    this.box.append(columns, mask, this.indicator)
    inside(this.element, VIEW_CSS, this.box)
    new ResizeObserver(() => this.turn()).observe(this.indicator)
    new MutationObserver(() => this.turn()).observe(this.element, { childList: true, subtree: true })
  }

  protected override changed(name: string): void {
    if (name === 'indicator-style') this.indicator.style.cssText = this.page.css(this.text('indicator-style'))
    if (name === 'value') requestAnimationFrame(() => this.turn())
  }

  /** A column stopped at another row. */
  settled(): void {
    this.tellOf('pickend', {})
    this.page.change(
      this.id,
      this.columns().map((column) => column.wheel.index),
      '',
    )
  }

  private turn(): void {
    const value = this.attributes.get('value')
    const rows = Array.isArray(value) ? value : []
    this.box.style.setProperty('--row', `${this.indicator.offsetHeight}px`)
    this.columns().forEach((column, at) => column.show(this.indicator.offsetHeight, Number(rows[at]) || 0))
  }

  private columns(): PickerViewColumnComponent[] {
    const found = [...this.element.querySelectorAll('wx-picker-view-column')].map(componentOf)
    return found.filter((component) => component instanceof PickerViewColumnComponent)
  }
}

export class PickerViewColumnComponent extends Component {
  readonly wheel: Wheel
  private rowHeight = 34

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    const scroller = document.createElement('div')
    scroller.append(document.createElement('slot'))
    inside(this.element, COLUMN_CSS, scroller)
    this.wheel = new Wheel(
      scroller,
      () => this.rowHeight,
      () => this.view()?.settled(),
    )
  }

  /** Turns to a row of that height. */
  show(height: number, row: number): void {
    this.rowHeight = height
    if (this.wheel.index !== row) this.wheel.turn(row)
  }

  private view(): PickerViewComponent | undefined {
    const view = componentOf(this.element.closest('wx-picker-view'))
    return view instanceof PickerViewComponent ? view : undefined
  }
}
