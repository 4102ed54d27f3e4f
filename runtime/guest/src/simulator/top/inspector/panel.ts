import { make, write } from '../dom'

const MOST_ENTRIES = 500
const NEAR_THE_END_PX = 40

/** One tab of the inspector: its entries, oldest first, and how many of them nobody has looked at. */
export class Panel {
  readonly tab: HTMLButtonElement
  readonly element: HTMLElement
  private readonly count = make('span', { class: 'count', hidden: true })
  private readonly list = make('ol', {})
  private unseen = 0

  constructor(
    readonly name: string,
    label: string,
    emptyText: string,
  ) {
    const id = `panel-${name}`
    this.tab = make(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': id },
      label,
      this.count,
    )
    const empty = make('p', { class: 'empty' }, emptyText)
    this.element = make(
      'section',
      { role: 'tabpanel', id, 'aria-labelledby': this.tab.id, tabindex: '0' },
      this.list,
      empty,
    )
    this.select(false)
  }

  add(item: HTMLElement): void {
    const atEnd = this.atEnd()
    this.list.append(item)
    if (this.list.childElementCount > MOST_ENTRIES) this.list.firstElementChild?.remove()
    if (atEnd) this.element.scrollTop = this.element.scrollHeight
    if (this.element.hidden) this.countUnseen(this.unseen + 1)
  }

  clear(): void {
    this.list.replaceChildren()
    this.countUnseen(0)
  }

  select(selected: boolean): void {
    this.element.hidden = !selected
    this.tab.setAttribute('aria-selected', String(selected))
    this.tab.tabIndex = selected ? 0 : -1
    if (selected) this.countUnseen(0)
    if (selected) this.element.scrollTop = this.element.scrollHeight
  }

  items(): HTMLElement[] {
    return [...this.list.children] as HTMLElement[]
  }

  get news(): number {
    return this.unseen
  }

  private countUnseen(unseen: number): void {
    this.unseen = unseen
    this.count.hidden = unseen === 0
    write(this.count, unseen > 99 ? '99+' : String(unseen))
    this.count.setAttribute('aria-label', `${unseen} new`)
  }

  private atEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.element
    return scrollTop + clientHeight >= scrollHeight - NEAR_THE_END_PX
  }
}
