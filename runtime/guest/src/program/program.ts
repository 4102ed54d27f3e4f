import { copy } from '../base/json'
import { normalize } from './paths'

export interface ProgramContent {
  appId: string
  /** Every file of code, by its path. */
  files: string[]
  json: Record<string, object>
  wxss: Record<string, string>
}

export interface ComponentConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
  addGlobalClass?: boolean
  pureDataPattern?: string
  [key: string]: unknown
}

interface AppConfig extends ComponentConfig {
  pages?: string[]
  entryPagePath?: string
  subpackages?: Subpackage[]
  subPackages?: Subpackage[]
  window?: object
  tabBar?: { list?: { pagePath: string }[]; custom?: boolean }
}

interface Subpackage {
  root: string
  pages: string[]
}

const WINDOW_KEYS = [
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'navigationStyle',
  'homeButton',
  'backgroundColor',
  'backgroundTextStyle',
  'backgroundColorTop',
  'backgroundColorBottom',
  'enablePullDownRefresh',
  'onReachBottomDistance',
  'pageOrientation',
  'disableScroll',
]

/** What was loaded, as the guest library needs to look at it. */
export class Program {
  readonly appId: string
  readonly app: AppConfig
  readonly pages: ReadonlySet<string>
  readonly tabs: ReadonlySet<string>
  private readonly files: ReadonlySet<string>
  private readonly json: ReadonlyMap<string, ComponentConfig>
  private readonly wxss: ReadonlyMap<string, string>

  constructor(content: ProgramContent) {
    this.appId = content.appId
    this.files = new Set(content.files)
    this.json = new Map(Object.entries(content.json)) as Map<string, ComponentConfig>
    this.wxss = new Map(Object.entries(content.wxss))
    this.app = this.config('app')
    this.pages = new Set(listPages(this.app))
    this.tabs = new Set((this.app.tabBar?.list ?? []).map((tab) => normalize(tab.pagePath)))
  }

  readonly hasFile = (path: string): boolean => this.files.has(path)

  /** The JSON beside a page or component, empty when there is none. */
  config(path: string): ComponentConfig {
    return this.json.get(`${path}.json`) ?? {}
  }

  /** What `ext.json` has for the program itself; a copy, which it may change. */
  ext(): object {
    return copy((this.json.get('ext.json') as { ext?: object } | undefined)?.ext ?? {}) as object
  }

  style(file: string): string | undefined {
    return this.wxss.get(file)
  }

  entry(): string {
    return normalize(this.app.entryPagePath ?? this.app.pages?.[0] ?? '')
  }

  /** What the host shows around a page: the program's defaults under the page's own settings. */
  window(path: string): object {
    const merged: Record<string, unknown> = { ...this.app.window, ...this.config(path) }
    const window: Record<string, unknown> = { title: String(merged.navigationBarTitleText ?? '') }
    for (const key of WINDOW_KEYS) if (key in merged) window[key] = merged[key]
    return window
  }
}

function listPages(app: AppConfig): string[] {
  const packages = app.subpackages ?? app.subPackages ?? []
  const inPackages = packages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))
  return [...(app.pages ?? []), ...inPackages].map(normalize)
}
