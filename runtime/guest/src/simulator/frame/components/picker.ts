import { Component } from './component'
import { type Mode, modeOf } from './picker-modes'
import { Sheet } from './sheet'

/** WeChat's picker: a tap on what it holds opens a sheet to choose from. */
export class PickerComponent extends Component {
  private sheet: Sheet | undefined
  private rows: number[] = []

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    this.element.setAttribute('role', 'button')
    this.element.setAttribute('aria-haspopup', 'dialog')
    this.element.tabIndex = 0
    this.element.addEventListener('click', (event) => event.isTrusted && this.open())
    this.element.addEventListener('keydown', ({ isTrusted, key }) => isTrusted && key === 'Enter' && this.open())
  }

  protected override changed(name: string): void {
    if (!this.sheet || (name !== 'range' && name !== 'value')) return
    // a program may answer a turned column with other columns
    if (name === 'value') this.rows = this.mode()?.rows(this.attributes.get('value')) ?? []
    this.fill()
  }

  private mode(): Mode | undefined {
    return modeOf(this.text('mode'), {
      range: this.attributes.get('range'),
      rangeKey: this.text('range-key'),
      start: this.text('start'),
      end: this.text('end'),
      fields: this.text('fields'),
    })
  }

  private open(): void {
    if (this.sheet || this.flag('disabled')) return
    const mode = this.mode()
    const nothing = mode ? {} : { nothing: `A picker of mode “${this.text('mode')}” is not supported here.` }
    this.sheet = new Sheet({ title: this.text('header-text'), ...nothing }, this)
    this.page.cover(this.sheet.element)
    this.rows = mode?.rows(this.attributes.get('value')) ?? []
    this.fill()
  }

  turned(column: number, row: number): void {
    this.rows = this.sheet?.rows() ?? this.rows
    this.tellOf('columnchange', { column, value: row })
    this.fill()
  }

  confirmed(): void {
    const mode = this.mode()
    const rows = this.sheet?.rows() ?? []
    this.close()
    if (mode) this.page.change(this.id, mode.value(rows), '')
  }

  left(): void {
    this.close()
    this.tellOf('cancel', {})
  }

  private fill(): void {
    const columns = this.mode()?.columns(this.rows) ?? []
    this.rows = columns.map((words, at) => Math.min(this.rows[at] ?? 0, Math.max(0, words.length - 1)))
    if (columns.length > 0) this.sheet?.fill(columns, this.rows)
  }

  private close(): void {
    this.sheet?.element.remove()
    this.sheet = undefined
  }
}
