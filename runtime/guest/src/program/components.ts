import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { builtinBehaviors } from './behaviors'
import type { Faults } from '../base/faults'
import type { Modules } from './modules'
import { candidates } from './modules'
import { resolve } from './paths'
import type { ComponentConfig, Program } from './program'
import type { Templates } from './templates'

export interface Definition {
  behaviors?: unknown[]
  options?: { styleIsolation?: string; addGlobalClass?: boolean; pureDataPattern?: RegExp }
  [key: string]: unknown
}

/** The file that is being registered, while its code runs. */
interface Registration {
  config: ComponentConfig
  page(definition: Definition): void
  component(definition?: Definition): unknown
}

/** Registers pages and components with glass-easel when they are first needed. */
export class Components {
  private readonly registered = new Set<string>()
  private current: Registration | undefined

  constructor(
    private readonly space: CodeSpace,
    private readonly program: Program,
    private readonly modules: Modules,
    private readonly templates: Templates,
    private readonly faults: Faults,
  ) {}

  /** Registers a page or component and everything it uses. Errors of its code are reported; it is then empty. */
  register(path: string): void {
    if (this.registered.has(path)) return
    this.registered.add(path)
    const config = this.configure(path)
    this.templates.add(this.space, path)
    if (this.program.style(`${path}.wxss`) !== undefined) {
      this.space.addStyleSheet(path, path, path.replace(/\W/g, '_'))
    }
    this.run(path, config)
  }

  /** The program's `Page`. */
  readonly definePage = (definition: Definition): void => this.registration('Page').page(definition)

  /** The program's `Component`. */
  readonly defineComponent = (definition?: Definition): unknown => this.registration('Component').component(definition)

  /** The program's `Behavior`. */
  readonly defineBehavior = (definition?: Definition): unknown => {
    const builder = this.space.behavior()
    return definition ? builder.definition(this.normalize(definition) as never).register() : builder
  }

  private registration(name: string): Registration {
    if (!this.current) throw new Error(`${name} can only be called while a page or component is loaded`)
    return this.current
  }

  private run(path: string, config: ComponentConfig): void {
    const outer = this.current
    this.space.componentEnv(path, (env) => {
      let defined = false
      const once = <T>(define: () => T): T | undefined => (defined ? undefined : ((defined = true), define()))
      this.current = {
        config,
        page: (definition) => void once(() => env.Page(this.normalize(definition) as never)),
        component: (definition) =>
          once(() => (definition ? env.Component(this.normalize(definition) as never) : env.Component())),
      }
      const file = `${path}.js`
      if (this.program.hasFile(file)) this.faults.guard(() => this.modules.load(file))
      if (!defined) this.faults.guard(() => env.Component({}))
    })
    this.current = outer
  }

  private configure(path: string): ComponentConfig {
    const own = this.program.config(path)
    const using = { ...this.uses('app', this.program.app.usingComponents), ...this.uses(path, own.usingComponents) }
    const { componentPlaceholder: _, ...rest } = own
    const config = { ...rest, usingComponents: using, componentGenerics: this.generics(path, own.componentGenerics) }
    this.space.addComponentStaticConfig(path, config as never)
    for (const url of Object.values(using)) this.register(url.slice(1))
    return config
  }

  private uses(from: string, declared: Record<string, string> = {}): Record<string, string> {
    const found: Record<string, string> = {}
    for (const [name, target] of Object.entries(declared)) {
      const path = this.find(from, target)
      if (path === undefined) this.notFound(from, name, target)
      else found[name] = `/${path}`
    }
    return found
  }

  private notFound(from: string, name: string, target: string): void {
    const error = new Error(`component \`${name}\` is not found: \`${target}\``)
    this.faults.report(this.faults.from(error, `${from}.json`))
  }

  private generics(
    from: string,
    declared: ComponentConfig['componentGenerics'] = {},
  ): ComponentConfig['componentGenerics'] {
    const found: NonNullable<ComponentConfig['componentGenerics']> = {}
    for (const [name, generic] of Object.entries(declared)) {
      const target = generic === true ? undefined : generic.default
      const path = target === undefined ? undefined : this.find(from, target)
      if (path !== undefined) this.register(path)
      found[name] = path === undefined ? true : { default: `/${path}` }
    }
    return found
  }

  private find(from: string, target: string): string | undefined {
    const paths = target.startsWith('/') ? [resolve(from, target)] : candidates(from, target)
    return paths.flatMap((path) => [path, `${path}/index`]).find((path) => this.templates.has(path))
  }

  private normalize(definition: Definition): Definition {
    this.moveStyleOptions(definition)
    if (!definition.behaviors) return definition
    const known = builtinBehaviors(this.space)
    const behaviors = definition.behaviors.map((item) => (typeof item === 'string' ? known.get(item) : item))
    return { ...definition, behaviors: behaviors.filter(Boolean) }
  }

  // WeChat reads these from the code, the adapter from the JSON
  private moveStyleOptions({ options }: Definition): void {
    const config = this.current?.config
    if (!config || !options) return
    if (options.styleIsolation) config.styleIsolation = options.styleIsolation
    else if (options.addGlobalClass) config.addGlobalClass = true
  }
}
