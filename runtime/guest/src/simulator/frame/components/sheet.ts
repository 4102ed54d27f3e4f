import { inside } from './inside'
import { Wheel } from './wheel'

const ROW_PX = 48
const CSS = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; font: 17px/1.4 sans-serif; color: #000; user-select: none; }
.shade { position: absolute; inset: 0; background: rgb(0 0 0 / 60%); animation: show 0.2s; }
.panel { position: absolute; inset: auto 0 0; border-radius: 12px 12px 0 0; background: #fff; animation: rise 0.2s; padding-bottom: env(safe-area-inset-bottom); }
.head { display: flex; align-items: center; padding: 12px 16px; }
.title { flex: 1; font-weight: 500; text-align: center; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
button { padding: 4px 8px; border: 0; background: none; color: #576b95; font: inherit; cursor: pointer; }
button.confirm { color: #07c160; font-weight: 500; }
.columns { position: relative; display: flex; height: 240px; overflow: hidden; }
.columns::after {
  position: absolute; inset: 0; content: ''; pointer-events: none;
  background: linear-gradient(#fffffff2, #ffffff99) 0 0 / 100% 96px no-repeat, linear-gradient(#ffffff99, #fffffff2) 0 100% / 100% 96px no-repeat;
}
.columns::before { position: absolute; inset: 96px 0; border: solid #e5e5e5; border-width: 1px 0; content: ''; pointer-events: none; }
.column { flex: 1; min-width: 0; overflow: auto; scrollbar-width: none; scroll-snap-type: y mandatory; outline: 0; touch-action: pan-y; overscroll-behavior: contain; cursor: pointer; }
.column::before, .column::after { display: block; height: 96px; content: ''; }
.row { height: 48px; padding: 0 4px; overflow: hidden; line-height: 48px; text-align: center; text-overflow: ellipsis; white-space: nowrap; scroll-snap-align: center; }
.nothing { padding: 24px 32px 48px; color: #888; text-align: center; }
@keyframes show { from { opacity: 0; } }
@keyframes rise { from { transform: translateY(100%); } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
`

export interface SheetTexts {
  title: string
  /** Stands in place of the columns where there are none to choose from. */
  nothing?: string
}

/** What a sheet tells: a row of a column was chosen, all was confirmed, it was left. */
export interface SheetAnswers {
  turned(column: number, row: number): void
  confirmed(): void
  left(): void
}

/** A bottom sheet with columns of words. Its name is none that an element of a program can have. */
export class Sheet {
  readonly element = document.createElement('picker-sheet')
  private readonly columns = part('div', 'columns')
  private wheels: Wheel[] = []
  private shown: string[] = []

  constructor(
    texts: SheetTexts,
    private readonly answers: SheetAnswers,
  ) {
    const panel = part('div', 'panel')
    panel.setAttribute('role', 'dialog')
    const shade = part('div', 'shade')
    shade.addEventListener('click', (event) => event.isTrusted && answers.left())
    const cancel = button('取消', 'cancel', () => answers.left())
    const confirm = button('确定', 'confirm', () => answers.confirmed())
    const head = part('div', 'head')
    head.append(cancel, part('div', 'title', texts.title), ...(texts.nothing ? [] : [confirm]))
    panel.append(head, texts.nothing ? part('div', 'nothing', texts.nothing) : this.columns)
    inside(this.element, CSS, shade, panel)
  }

  /** Shows columns of words, each turned to a row. */
  fill(columns: readonly string[][], rows: readonly number[]): void {
    if (columns.length !== this.wheels.length) this.rebuild(columns.length)
    columns.forEach((words, at) => {
      if (this.shown[at] !== JSON.stringify(words)) this.write(at, words)
      this.wheels[at]!.turn(rows[at] ?? 0)
    })
  }

  rows(): number[] {
    return this.wheels.map((wheel) => wheel.index)
  }

  private rebuild(count: number): void {
    this.shown = []
    this.wheels = Array.from({ length: count }, (_, at) => {
      const column = part('div', 'column')
      return new Wheel(
        column,
        () => ROW_PX,
        (row) => this.answers.turned(at, row),
      )
    })
    this.columns.replaceChildren(...this.wheels.map((wheel) => wheel.scroller))
  }

  private write(at: number, words: readonly string[]): void {
    this.shown[at] = JSON.stringify(words)
    this.wheels[at]!.scroller.replaceChildren(...words.map((word) => part('div', 'row', word)))
  }
}

function part(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = text
  return element
}

function button(text: string, name: string, act: () => void): HTMLElement {
  const element = part('button', name, text)
  element.addEventListener('click', (event) => event.isTrusted && act())
  return element
}
