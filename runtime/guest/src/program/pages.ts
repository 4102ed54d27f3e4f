import { safeCallback, type GeneralComponent } from 'glass-easel'
import type { CodeSpace, MiniProgramEnv, Root } from 'glass-easel-miniprogram-adapter'
import type { Channel } from '../base/channel'
import { PAGE_HOOKS } from '../view/events'
import type { Operations } from '../view/operations'
import type { PageContext } from '../view/page-context'
import type { Components } from './components'
import type { EventChannel } from './event-channel'
import { decodable, type Target } from './paths'
import type { Program } from './program'
import type { ReadyQueue } from './ready'

export interface Page {
  readonly id: number
  readonly path: string
  readonly root: Root
  /** What the program sees as `this`. */
  readonly instance: Record<string, unknown>
}

/** What a page is made of. */
export interface Workshop {
  env: MiniProgramEnv
  space: CodeSpace
  program: Program
  components: Components
  channel: Channel
  operations: Operations
  ready: ReadyQueue
  context(page: number): PageContext
}

/** Makes, shows, hides and closes single pages, and calls their lifecycle methods in WeChat's order. */
export class Pages {
  private count = 0

  constructor(private readonly workshop: Workshop) {}

  /** @param opened is told of the page before any of its lifecycle methods runs */
  open(target: Target, opener: EventChannel | undefined, opened: (page: Page) => void): void {
    const { channel, components, program } = this.workshop
    components.register(target.path)
    const id = ++this.count
    const { path, query } = target
    channel.page({ op: 'open', page: id, path, query, window: program.window(path) })
    const page = this.build(id, target, opener, opened)
    call(page, 'onLoad', query)
    this.workshop.ready.flush()
    this.show(page)
    page.root.getComponent().triggerLifetime('ready', [])
    call(page, 'onReady')
  }

  show(page: Page): void {
    this.workshop.channel.page({ op: 'show', page: page.id })
    page.root.getComponent().triggerPageLifetime('show', [])
    call(page, 'onShow')
  }

  hide(page: Page): void {
    page.root.getComponent().triggerPageLifetime('hide', [])
    call(page, 'onHide')
  }

  close(page: Page): void {
    call(page, 'onUnload')
    this.workshop.operations.flush()
    page.root.release()
    this.workshop.operations.drop(page.id)
    this.workshop.channel.page({ op: 'close', page: page.id })
  }

  /** Calls a hook that something on the screen is the reason for. */
  hook(page: Page, hook: string, detail: object): void {
    call(page, hook, detail)
  }

  private build(id: number, target: Target, opener: EventChannel | undefined, opened: (page: Page) => void): Page {
    const { env, space } = this.workshop
    const context = this.workshop.context(id)
    const root = env
      .associateBackend(context)
      .createRoot('page-root', space, `/${target.path}${decodable(target.search)}`)
    const page = { id, path: target.path, root, instance: root.get() as unknown as Record<string, unknown> }
    describe(page, target, opener)
    for (const [event, hook] of Object.entries(PAGE_HOOKS)) if (has(page, hook)) context.listen(event)
    opened(page)
    const placeholder = context.createElement('view', 'view')
    context.getRootNode().appendChild(placeholder)
    root.attach(context.getRootNode(), placeholder)
    placeholder.release()
    return page
  }
}

function describe(page: Page, target: Target, opener: EventChannel | undefined): void {
  const own = { route: target.path, __route__: target.path, options: target.query }
  Object.assign(page.instance, own, {
    getOpenerEventChannel: () => opener ?? {},
    getPageId: () => `page-${page.id}`,
  })
  page.instance.getTabBar ??= () => null
}

function has(page: Page, hook: string): boolean {
  return typeof page.instance[hook] === 'function'
}

/** Calls a lifecycle method if the page has it; what it throws is reported. */
function call(page: Page, hook: string, ...args: unknown[]): void {
  const method = page.instance[hook]
  const component: GeneralComponent = page.root.getComponent()
  if (typeof method === 'function') safeCallback(hook, method as () => void, page.instance, args as [], component)
}
