import { byId, make } from '../dom'

export interface Notice {
  title: string
  text?: string
  /** A button below, by its label. */
  action?: [label: string, run: () => void]
}

/** Stands before the page when there is none to use: while it starts, after it ended, without connection. */
export class Curtain {
  private readonly element = byId('curtain')

  show({ title, text = '', action }: Notice): void {
    const parts: Node[] = [make('h2', {}, title)]
    if (text) parts.push(make('p', {}, text))
    if (action) parts.push(make('button', { type: 'button', class: 'plain-button', click: action[1] }, action[0]))
    this.element.replaceChildren(make('div', { role: 'status' }, ...parts))
    this.element.toggleAttribute('busy', !action)
    this.element.hidden = false
  }

  hide(): void {
    this.element.hidden = true
  }
}
