import type { InputPhase } from '../../shared/messages'
import { scopedClass } from '../style/selectors'

/** What a component of a page can use of the page. */
export interface PageServices {
  /** The address of an image of the package, as in `Resources.url`. */
  image(source: string, arrived: () => void): string | undefined
  /** What the host paints for a whole placeholder; undefined while it is not known. */
  painting(placeholder: string, arrived: () => void): string | undefined
  /** Tells the host what the user does in a field. */
  input(node: number, value: string, phase: InputPhase): void
  /** Tells the host which value the user gave to a control; `source` is what moved a swiper. */
  change(node: number, value: unknown, source: string): void
  /** Tells the program of something that happened, once for each frame that is drawn. */
  event(node: number, type: string, detail: Record<string, unknown>): void
  /** A text of inline style as it may stand in the page. */
  css(text: string): string
  /** Shows something over the page; it is to be removed by whoever showed it. */
  cover(element: HTMLElement): void
}

/** An element of a page. This one shows its children and looks as its tag says; others add behaviour. */
export class Component {
  protected readonly attributes = new Map<string, unknown>()
  private readonly listeners = new Map<string, number>()
  private scope = -1

  constructor(
    readonly id: number,
    readonly element: HTMLElement,
    protected readonly page: PageServices,
  ) {}

  set(name: string, value: unknown): void {
    this.attributes.set(name, value)
    this.reflect(name, value)
    this.changed(name)
  }

  remove(name: string): void {
    this.attributes.delete(name)
    this.reflect(name, undefined)
    this.changed(name)
  }

  /** A flag as WXML has them: `disabled`, `disabled="{{true}}"`; the text `false` is no. */
  flag(name: string): boolean {
    const value = this.attributes.get(name)
    return value !== undefined && value !== false && value !== null && value !== 'false'
  }

  text(name: string): string {
    const value = this.attributes.get(name)
    return value === undefined || value === null ? '' : String(value)
  }

  setData(name: string, value: unknown): void {
    const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    if (/^data-[a-z0-9_-]{1,100}$/.test(attribute)) this.element.setAttribute(attribute, plainText(value))
  }

  setScopes(scope: number, extra: number, host: number): void {
    this.scope = scope
    const scopes = [scope, extra].filter((number) => number > 0)
    this.element.setAttribute('scopes', scopes.join(' '))
    if (host > 0) this.element.setAttribute('host', String(host))
  }

  addClass(name: string, scope: number): void {
    for (const one of name.split(/\s+/).filter(Boolean)) this.element.classList.add(scopedClass(one, scope))
  }

  removeClass(name: string, scope: number): void {
    for (const one of name.split(/\s+/).filter(Boolean)) this.element.classList.remove(scopedClass(one, scope))
  }

  /** The class name in the page of a class that an attribute such as `hover-class` names. */
  classesOf(attribute: string): string[] {
    return this.scoped(this.text(attribute)).filter((name) => name !== 'none')
  }

  /** The names in the page of classes that the program names in a text. */
  protected scoped(names: string): string[] {
    return names
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => (name === 'none' ? name : scopedClass(name, this.scope)))
  }

  /** A number that an attribute says, in whatever way. */
  number(name: string, otherwise: number): number {
    const value = parseFloat(this.text(name))
    return Number.isFinite(value) ? value : otherwise
  }

  /** The program listens to an event of this element; at level 2 it goes no further. */
  listen(event: string, level: number): void {
    if (event === 'tap' && this.element.getAttribute('role') === 'button') this.element.tabIndex = 0
    if (event === 'touchmove') this.element.toggleAttribute('catches-move', level === STOPS)
    this.listeners.set(event, level)
  }

  listens(event: string): boolean {
    return this.listeners.has(event)
  }

  /** Tells the program of something that happened here, if it listens. */
  protected tellOf(type: string, detail: Record<string, unknown>): void {
    if (this.listens(type)) this.page.event(this.id, type, detail)
  }

  /** For components that do something when an attribute changed. */
  protected changed(_name: string): void {}

  private reflect(name: string, value: unknown): void {
    if (name === 'hidden') this.element.hidden = this.flag('hidden')
    else if (name === 'id') this.element.id = plainText(value)
    else if (/^aria-[a-z]{1,30}$/.test(name)) this.reflectAria(name, plainText(value))
    else if (REFLECTED.has(name)) this.reflectPlain(name, value)
  }

  private reflectAria(name: string, text: string): void {
    this.element.setAttribute(name === 'aria-role' ? 'role' : name, text)
    if (name === 'aria-role' && text === 'button' && this.listens('tap')) this.element.tabIndex = 0
  }

  private reflectPlain(name: string, value: unknown): void {
    if (value === undefined || value === null || value === false || value === 'false')
      this.element.removeAttribute(name)
    else this.element.setAttribute(name, value === true ? '' : plainText(value))
  }
}

const STOPS = 2

/** Attributes that style sheets select by and that mean nothing to a browser on an unknown element. */
const REFLECTED = new Set(
  'type size plain disabled loading mode open-type scroll-x scroll-y checked selected name for'.split(' '),
)

function plainText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
