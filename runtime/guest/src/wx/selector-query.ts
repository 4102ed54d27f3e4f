import { Component, type Element, type GeneralComponent } from 'glass-easel'
import { component as adapter } from 'glass-easel-miniprogram-adapter'
import type { Faults } from '../base/faults'
import type { Box, Layout } from '../view/layout'
import type { Screen } from '../view/page-context'
import type { Table } from './convention'

/** What the program sees of a component, as `this`. */
type Caller = object | undefined

/** What to tell of a node: https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.fields.html */
interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

type Found = Record<string, unknown>
type Callback = (result: Found | Found[] | null) => void

interface Question {
  component: GeneralComponent | undefined
  /** Without one it is the viewport that is meant. */
  selector: string | undefined
  single: boolean
  fields: Fields
  callback: Callback | undefined
}

const MOST_STYLES = 50

/** What makes queries: the page that they are about when the program names no component, and who knows of places. */
export interface Queries {
  layout: Layout
  screen: Screen
  faults: Faults
  page(): Caller
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.html */
export class SelectorQuery {
  private readonly questions: Question[] = []

  constructor(
    private readonly queries: Queries,
    private caller?: Caller,
  ) {}

  in(component: Caller): this {
    this.caller = component
    return this
  }

  select(selector: string): NodesRef {
    return this.nodes(selector, true)
  }

  selectAll(selector: string): NodesRef {
    return this.nodes(selector, false)
  }

  selectViewport(): NodesRef {
    return this.nodes(undefined, true)
  }

  /** Answers all questions in their order, once all are answered. */
  exec(callback?: (results: unknown[]) => void): void {
    const { faults } = this.queries
    void Promise.all(this.questions.map((question) => this.answer(question))).then((results) => {
      this.questions.forEach((question, i) => faults.guard(() => question.callback?.(results[i]!)))
      faults.guard(() => callback?.(results))
    })
  }

  private nodes(selector: string | undefined, single: boolean): NodesRef {
    const component = componentOf(this.caller ?? this.queries.page())
    return new NodesRef((fields, callback) => {
      this.questions.push({ component, selector, single, fields, callback })
      return this
    })
  }

  private async answer({ component, selector, single, fields }: Question): Promise<Found | Found[] | null> {
    if (selector === undefined) return this.viewport(component, fields)
    const root = component?.getShadowRoot()
    if (!single) return Promise.all((root?.querySelectorAll(selector) ?? []).map((found) => this.look(found, fields)))
    const found = root?.querySelector(selector)
    return found ? this.look(found, fields) : null
  }

  private async look(element: Element, fields: Fields): Promise<Found> {
    const styles = (fields.computedStyle ?? []).slice(0, MOST_STYLES).map(String)
    const placed = fields.rect || fields.size || fields.scrollOffset || styles.length > 0
    const box = placed ? await this.queries.layout.measure(element, styles) : null
    return { ...told(element, fields), ...(placed ? places(box, fields, styles) : {}) }
  }

  // the page scrolls in its window, so the window is as large as the screen, and scrolled as far as the page is
  private async viewport(component: GeneralComponent | undefined, fields: Fields): Promise<Found> {
    const { windowWidth: width, windowHeight: height } = this.queries.screen
    const box = fields.scrollOffset && component ? await this.queries.layout.measureWindow(outermost(component)) : null
    return {
      ...(fields.id ? { id: '' } : {}),
      ...(fields.dataset ? { dataset: {} } : {}),
      ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
      ...(fields.size ? { width, height } : {}),
      ...(fields.scrollOffset ? scrolled(box) : {}),
    }
  }
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.html */
class NodesRef {
  constructor(readonly fields: (fields: Fields, callback?: Callback) => SelectorQuery) {}

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, callback)
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback)
  }

  context(callback?: Callback): SelectorQuery {
    return this.fields({ context: true }, callback)
  }

  node(callback?: Callback): SelectorQuery {
    return this.fields({ node: true }, callback)
  }
}

/** `wx.createSelectorQuery`, and the method of that name that every component has. */
export function queryApis(queries: Queries): Table {
  adapter.ComponentCaller.prototype.createSelectorQuery = function () {
    return new SelectorQuery(queries, this) as never
  }
  return { createSelectorQuery: { how: 'sync', run: () => new SelectorQuery(queries) } }
}

/** What a node tells without anybody looking at the screen. There is no context and no canvas to hand out yet. */
function told(element: Element, { id, dataset, mark, properties, context, node }: Fields): Found {
  return {
    ...(id ? { id: element.id } : {}),
    ...(dataset ? { dataset: { ...element.dataset } } : {}),
    ...(mark ? { mark: element.collectMarks() } : {}),
    ...(context ? { context: null } : {}),
    ...(node ? { node: null } : {}),
    ...Object.fromEntries((properties ?? []).map((name) => [name, property(element, String(name))])),
  }
}

function property(element: Element, name: string): unknown {
  if (!Component.isComponent(element)) return (element as { getAttribute?(name: string): unknown }).getAttribute?.(name)
  return Component.hasProperty(element, name) ? (element.data as Found)[name] : undefined
}

function places(box: Box | null, { rect, size, scrollOffset }: Fields, styles: readonly string[]): Found {
  const { left = null, top = null, width = null, height = null } = box ?? {}
  return {
    ...(rect ? { left, top, right: box && box.left + box.width, bottom: box && box.top + box.height } : {}),
    ...(size ? { width, height } : {}),
    ...(scrollOffset ? scrolled(box) : {}),
    ...Object.fromEntries(styles.map((name, i) => [name, box?.styles[i] ?? null])),
  }
}

function scrolled(box: Box | null): Found {
  const { scrollLeft = null, scrollTop = null, scrollWidth = null, scrollHeight = null } = box ?? {}
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

function componentOf(caller: Caller): GeneralComponent | undefined {
  const component = (caller as { _$?: unknown } | undefined)?._$
  return Component.isComponent(component) ? component : undefined
}

/** The element of the page itself. */
function outermost(component: GeneralComponent): GeneralComponent {
  let at = component
  while (at.ownerShadowRoot) at = at.ownerShadowRoot.getHostNode()
  return at
}
