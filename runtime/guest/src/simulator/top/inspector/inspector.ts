import { byId, write } from '../dom'
import type { Inspected, LedgerEntry, Token } from '../messages'
import { decisionOf } from './decisions'
import { Panel } from './panel'
import * as render from './renderers'
import { Tabs } from './tabs'
import { notAfter } from './times'

/** Beside the phone: what happened outside of the program's sight, as it happens. */
export class Inspector {
  private readonly panels = {
    token: new Panel('token', 'Token', 'The program has no token yet. It gets one when you allow what it asks for.'),
    ledger: new Panel('ledger', 'Ledger', 'Nothing is written yet.'),
    decision: new Panel('decision', 'Decision', 'The policy has not been asked yet.'),
    backend: new Panel('backend', 'Back end', "The developer's back end has not been called yet."),
    received: new Panel(
      'received',
      'Recipients',
      'No recipient was given anything yet. Here it is seen with its real values; the developer never sees those.',
    ),
    console: new Panel('console', 'Console', 'The program has written nothing.'),
    problem: new Panel('problem', 'Problems', 'No problems.'),
  }

  constructor(private readonly revoke: (scope: string) => void) {
    new Tabs(Object.values(this.panels), byId('tabs'), byId('panels'), () => this.countNews())
    byId('inspector-open').addEventListener('click', () => this.slide(true))
    byId('inspector-close').addEventListener('click', () => this.slide(false))
  }

  take(message: Inspected): void {
    this.panels[message.t].add(this.render(message))
    if (message.t === 'ledger') this.follow(message.entry)
    this.countNews()
  }

  clear(): void {
    for (const panel of Object.values(this.panels)) panel.clear()
    this.countNews()
  }

  private render(message: Inspected): HTMLElement {
    switch (message.t) {
      case 'token':
        return tagged(render.token(message, this.revoke), message)
      case 'ledger':
        return render.ledger(message)
      case 'backend':
        return render.backend(message)
      case 'received':
        return render.received(message)
      case 'console':
        return render.console(message)
      case 'problem':
        return render.problem(message)
    }
  }

  private follow(entry: LedgerEntry): void {
    const decision = decisionOf(entry)
    if (decision) this.panels.decision.add(decision)
    if (entry.kind === 'revoked') this.markRevoked(String(entry.scope), entry.at)
  }

  // after a reload the whole ledger comes after all tokens: a token from after the revocation is alive
  private markRevoked(scope: string, at: string): void {
    const dead = ({ dataset }: HTMLElement) => dataset.scope === scope && notAfter(dataset.at ?? '', at)
    for (const item of this.panels.token.items().filter(dead)) {
      item.classList.add('dead')
      item.querySelector('.actions')?.remove()
      write(item.querySelector<HTMLElement>('.tag')!, 'revoked')
    }
  }

  // on a small window the tabs are behind a button, which says that there is something to see
  private countNews(): void {
    const news = Object.values(this.panels).reduce((sum, panel) => sum + panel.news, 0)
    const count = byId('inspector-news')
    count.hidden = news === 0
    count.classList.toggle('alarm', this.panels.problem.news > 0)
    write(count, news > 99 ? '99+' : String(news))
  }

  private slide(open: boolean): void {
    byId('inspector').toggleAttribute('open', open)
    byId('inspector-open').setAttribute('aria-expanded', String(open))
    byId(open ? 'inspector-close' : 'inspector-open').focus()
  }
}

function tagged(item: HTMLElement, { scope, at }: Token): HTMLElement {
  item.dataset.scope = scope
  item.dataset.at = at
  return item
}
