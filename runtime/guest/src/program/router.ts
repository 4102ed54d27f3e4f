import { fail, type Outcome } from '../base/outcome'
import type { EventChannel } from './event-channel'
import type { Page, Pages } from './pages'
import { parseUrl, type Target } from './paths'
import type { Program } from './program'

export type Action = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab'

const DEEPEST_STACK = 10

/** The stack of pages, and the rules by which it changes. */
export class Router {
  private stack: Page[] = []
  /** Tab pages stay alive while another tab is shown. */
  private readonly tabs = new Map<string, Page>()

  constructor(
    private readonly pages: Pages,
    private readonly program: Program,
  ) {}

  current(): Page | undefined {
    return this.stack.at(-1)
  }

  instances(): object[] {
    return this.stack.map((page) => page.instance)
  }

  /** Goes to a page. A refusal is an outcome with WeChat's words, and changes nothing. */
  go(action: Action, url: unknown, opener?: EventChannel): Outcome {
    if (typeof url !== 'string') return fail('parameter error: parameter.url should be String')
    const target = parseUrl(this.current()?.path ?? '', url)
    const refusal = this.refusal(action, target)
    if (refusal !== undefined) return fail(refusal)
    this.apply[action](target, opener)
    return { ok: true }
  }

  back(delta: number): Outcome {
    const steps = Math.min(Math.max(1, Math.trunc(delta) || 1), this.stack.length - 1)
    if (steps < 1) return fail('cannot navigate back at first page.')
    for (let step = 0; step < steps; step++) this.pop()
    this.pages.show(this.current()!)
    return { ok: true }
  }

  /** Calls a hook of the page with that number, if it is open. */
  hook(id: number, hook: string, detail: object): void {
    const page = this.stack.find((open) => open.id === id)
    if (page) this.pages.hook(page, hook, detail)
  }

  /** Opens the first page, whatever kind it is. */
  launch(target: Target): void {
    this.relaunch(target)
  }

  private refusal(action: Action, { path }: Target): string | undefined {
    if (!this.program.pages.has(path)) return `page "${path}" is not found`
    const tab = this.program.tabs.has(path)
    if (action === 'switchTab') return tab ? undefined : 'can not switch to no-tabBar page'
    if (tab && action !== 'reLaunch') return `can not ${action} a tabbar page`
    if (action === 'navigateTo' && this.stack.length >= DEEPEST_STACK) return 'webview count limit exceed'
    return undefined
  }

  private readonly apply: Record<Action, (target: Target, opener?: EventChannel) => void> = {
    navigateTo: (target, opener) => {
      const below = this.current()
      if (below) this.pages.hide(below)
      this.push(target, opener)
    },
    redirectTo: (target) => {
      this.pop()
      this.push(target)
    },
    reLaunch: (target) => this.relaunch(target),
    switchTab: (target) => this.switchTab(target),
  }

  private relaunch(target: Target): void {
    while (this.stack.length > 0) this.pop()
    for (const [path, page] of this.tabs) {
      this.tabs.delete(path)
      this.pages.close(page)
    }
    this.push(target)
  }

  private switchTab(target: Target): void {
    while (this.stack.length > 1) this.pop()
    const shown = this.current()
    if (shown?.path === target.path) return this.pages.show(shown)
    if (shown && this.tabs.has(shown.path)) this.pages.hide(shown)
    else if (shown) this.pages.close(shown)
    this.stack = []
    this.pushTab({ path: target.path, query: {}, search: '' })
  }

  private pushTab(target: Target): void {
    const alive = this.tabs.get(target.path)
    if (!alive) return this.push(target)
    this.stack.push(alive)
    this.pages.show(alive)
  }

  // a page is in the stack before its code runs: `onLoad` may call getCurrentPages
  private push(target: Target, opener?: EventChannel): void {
    this.pages.open(target, opener, (page) => {
      this.stack.push(page)
      if (this.program.tabs.has(page.path)) this.tabs.set(page.path, page)
    })
  }

  private pop(): void {
    const page = this.stack.pop()
    if (!page) return
    this.tabs.delete(page.path)
    this.pages.close(page)
  }
}
