import { byId, make } from '../dom'
import type { PrivacyAct, PrivacyState } from '../messages'
import { grants, history } from './grants'
import { scopes } from './scopes'
import { values } from './values'

/** The user's own view of their data, above the page: what leaves, what left, and their say in it. */
export class PrivacySheet {
  private readonly dialog = byId<HTMLDialogElement>('privacy')
  private shown = 'grants'

  /**
   * @param act does what the user said; the new state comes as a message
   * @param closed is told when the user has left
   */
  constructor(
    private readonly act: (act: PrivacyAct) => void,
    private readonly closed: () => void,
  ) {
    byId('privacy-open').addEventListener('click', () => this.open())
    this.dialog.addEventListener('close', () => this.closed())
  }

  open(): void {
    if (this.dialog.open) return
    this.dialog.showModal()
    this.act({ act: 'look' })
  }

  close(): void {
    this.dialog.close()
  }

  /** Draws what the host told; what the user has scrolled to stays. */
  draw(state: PrivacyState): void {
    const top = this.dialog.querySelector('.body')?.scrollTop ?? 0
    const body = make('div', { class: 'body' }, ...this.body(state))
    this.dialog.replaceChildren(this.head(), this.tabs(state), body)
    body.scrollTop = top
  }

  private head(): HTMLElement {
    const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Close', click: () => this.close() })
    return make('div', { class: 'head' }, make('h1', { id: 'privacy-title' }, 'Your privacy'), close)
  }

  private tabs(state: PrivacyState): HTMLElement {
    const tab = ([name, label]: [string, string]) => {
      const click = () => ((this.shown = name), this.draw({ ...state, note: '' }))
      return make('button', { type: 'button', 'aria-pressed': String(name === this.shown), click }, label)
    }
    const tabs: [string, string][] = [
      ['grants', 'Allowed'],
      ['history', 'Disclosed'],
      ['scopes', 'Who may ask'],
      ['values', 'My data'],
    ]
    return make('div', { class: 'sections' }, ...tabs.map(tab))
  }

  private body(state: PrivacyState): Node[] {
    const note = state.note ? [make('p', { class: 'note', role: 'status' }, state.note)] : []
    const act = (what: PrivacyAct) => this.act(what)
    switch (this.shown) {
      case 'history':
        return [...note, history(state)]
      case 'scopes':
        return [...note, ...scopes(state, act)]
      case 'values':
        return [...note, ...values(state, act)]
      default:
        return [...note, ...grants(state, act)]
    }
  }
}
