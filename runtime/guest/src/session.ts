import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { define } from './base/globals'
import { App, type LaunchOptions } from './program/app'
import { formField } from './program/behaviors'
import { Components } from './program/components'
import { DefaultActions } from './program/default-actions'
import { formFields } from './program/form-fields'
import { Modules } from './program/modules'
import { Pages } from './program/pages'
import { searchOf } from './program/paths'
import type { Program } from './program/program'
import { ReadyQueue } from './program/ready'
import { type Action, Router } from './program/router'
import { Storage } from './program/storage'
import { Templates } from './program/templates'
import { inlineImports } from './program/wxss'
import type { Realm } from './realm'
import { type EventFrame, Events } from './view/events'
import { Layout } from './view/layout'
import type { ViewNode } from './view/nodes'
import { PageContext } from './view/page-context'
import { Convention } from './wx/convention'
import { type Device, deviceOf } from './wx/device'
import { makeWx } from './wx/index'
import { Reads } from './wx/reads'

export interface OpenFrame {
  launch: { path: string; query: Record<string, string>; scene: number }
  storage: Record<string, unknown>
  device: Record<string, unknown>
  /** Whether the host wants to know what the program reads of replies. */
  learn?: boolean
}

export interface NavigateFrame {
  action: Action | 'navigateBack'
  url?: string
}

/** One user's run of a program: what stands between OPEN and CLOSE. */
export class Session {
  private readonly app: App
  private readonly router: Router
  private readonly events: Events

  /** Runs the program's `app.js` and opens its first page. */
  constructor(
    private readonly realm: Realm,
    private readonly program: Program,
    frame: OpenFrame,
  ) {
    const nodes = new Map<number, ViewNode>()
    const device = deviceOf(frame.device)
    const launch = this.launchOptions(frame)
    const modules = new Modules(realm.port, program)
    const [components, pages, space] = this.view(modules, nodes, device)
    this.app = new App(realm.faults)
    this.router = new Router(pages, program)
    const actions = new DefaultActions(this.router, realm.channel, realm.console, nodes)
    this.events = new Events(nodes, {
      act: actions.run,
      hook: (page, hook, detail) => this.router.hook(page, hook, detail),
      formFields: (form) => formFields(form, formField(space)),
    })
    this.defineGlobals(components, makeWx(this.wxParts(frame, device, launch)))
    this.start(modules, launch)
  }

  dispatch(frame: EventFrame): void {
    this.events.dispatch(frame)
  }

  /** What the host's own controls ask for, such as its back button. */
  navigate({ action, url }: NavigateFrame): void {
    const outcome = action === 'navigateBack' ? this.router.back(1) : this.router.go(action, `/${url ?? ''}`)
    if (!outcome.ok) this.realm.console.write('warn', [`${action}: ${outcome.reason}`], '')
  }

  rejected(reason: unknown, promise: Promise<unknown>): void {
    this.app.rejected(reason, promise)
  }

  private launchOptions({ launch }: OpenFrame): LaunchOptions {
    return { ...launch, path: launch.path || this.program.entry(), referrerInfo: {} }
  }

  private view(modules: Modules, nodes: Map<number, ViewNode>, device: Device): [Components, Pages, CodeSpace] {
    const { program, realm } = this
    const env = new MiniProgramEnv()
    const space = env.createCodeSpace('app', true)
    const ready = new ReadyQueue()
    ready.watch(space)
    space.addStyleSheet('app', 'app', 'app')
    const components = new Components(space, program, modules, new Templates(realm.port), realm.faults)
    const styles = (path: string) => inlineImports(`${path}.wxss`, (file) => program.style(file))
    const context = (page: number) => new PageContext(page, realm.operations, nodes, styles, device)
    const { channel, operations } = realm
    return [components, new Pages({ env, space, program, components, channel, operations, ready, context }), space]
  }

  private wxParts(frame: OpenFrame, device: Device, launch: LaunchOptions): Parameters<typeof makeWx>[0] {
    const { channel, faults, console, timers } = this.realm
    const storage = new Storage(frame.storage, (change) => channel.send('STORE', change))
    const layout = new Layout(channel, console)
    const convention = new Convention(channel, faults)
    const reads = frame.learn ? new Reads((reads) => channel.send('READS', { reads })) : undefined
    const { program, router } = this
    return { program, router, storage, layout, device, launch, faults, console, convention, timers, reads }
  }

  private defineGlobals(components: Components, wx: object): void {
    define('wx', wx)
    define('App', this.app.define)
    define('getApp', this.app.get)
    define('getCurrentPages', () => this.router.instances())
    define('Page', components.definePage)
    define('Component', components.defineComponent)
    define('Behavior', components.defineBehavior)
    define('global', globalThis)
  }

  private start(modules: Modules, launch: LaunchOptions): void {
    const { faults } = this.realm
    if (this.program.hasFile('app.js')) faults.guard(() => modules.load('app.js'))
    this.app.call('onLaunch', launch)
    this.app.call('onShow', launch)
    if (this.program.pages.has(launch.path)) return this.router.launch({ ...launch, search: searchOf(launch.query) })
    faults.report(faults.from(new Error(`page "${launch.path}" is not found`), 'app.json'))
    this.router.launch({ path: this.program.entry(), query: {}, search: '' })
    this.app.call('onPageNotFound', { path: launch.path, query: launch.query, isEntryPage: true })
  }
}
