import type { composedBackend, Element, EventMutLevel } from 'glass-easel'
import { jsonOf, type Operations } from './operations'

const ID_PREFIX = /^[0-9a-f]{8}--/
const UNSCOPED = -1

/** Where the nodes of one page put their operations, and where events find them again. */
export interface Tree {
  readonly page: number
  readonly operations: Operations
  readonly nodes: Map<number, ViewNode>
}

/** A node as glass-easel's composed backend drives it: each call becomes one operation. */
export class ViewNode implements composedBackend.Element {
  readonly id: number
  __wxElement?: Element
  private models: Map<string, (value: unknown) => void> | undefined

  constructor(
    private readonly tree: Tree,
    kind: 'root' | 'e' | 't' | 'f',
    text: string,
  ) {
    this.id = tree.operations.nextNode()
    tree.nodes.set(this.id, this)
    this.add('c', kind, text)
  }

  get page(): number {
    return this.tree.page
  }

  /** Gives a value that the user typed to the two-way binding of a property, if there is one. */
  updateModel(property: string, value: unknown): void {
    this.models?.get(property)?.(value)
  }

  release(): void {
    this.tree.nodes.delete(this.id)
    this.add('z')
  }

  associateValue(element: Element): void {
    this.__wxElement = element
  }

  appendChild(child: ViewNode): void {
    this.add('a', child.id)
  }

  removeChild(child: ViewNode): void {
    this.add('r', child.id)
  }

  insertBefore(child: ViewNode, before: ViewNode): void {
    this.add('b', child.id, before.id)
  }

  replaceChild(child: ViewNode, old: ViewNode): void {
    this.add('x', child.id, old.id)
  }

  spliceBefore(before: ViewNode, count: number, list: ViewNode): void {
    this.add('sb', before.id, count, list.id)
  }

  spliceAppend(list: ViewNode): void {
    this.add('a', list.id)
  }

  spliceRemove(before: ViewNode, count: number): void {
    this.add('sr', before.id, count)
  }

  setId(id: string): void {
    this.add('A', 'id', id.replace(ID_PREFIX, ''))
  }

  setStyleScope(scope: number, extra?: number, host?: number): void {
    this.add('ss', scope, extra ?? UNSCOPED, host ?? UNSCOPED)
  }

  setStyle(css: string): void {
    this.add('st', css)
  }

  addClass(name: string, scope?: number): void {
    this.add('+', name, scope ?? UNSCOPED)
  }

  removeClass(name: string, scope?: number): void {
    this.add('-', name, scope ?? UNSCOPED)
  }

  clearClasses(): void {
    this.add('cc')
  }

  setAttribute(name: string, value: unknown): void {
    this.add('A', name, jsonOf(value))
  }

  removeAttribute(name: string): void {
    this.add('D', name)
  }

  setData(name: string, value: unknown): void {
    this.add('d', name, jsonOf(value))
  }

  setText(text: string): void {
    this.add('T', text)
  }

  setModelBindingStat(property: string, listener: ((value: unknown) => void) | null): void {
    this.models ??= new Map()
    if (listener) this.models.set(property, listener)
    else this.models.delete(property)
    this.add('m', property, listener !== null)
  }

  setListenerStats(event: string, _capture: boolean, level: EventMutLevel): void {
    this.add('l', event, protocolLevel(level))
  }

  private add(operation: string, ...args: unknown[]): void {
    this.tree.operations.add(this.tree.page, [operation, this.id, ...args])
  }
}

// glass-easel counts 0 bubbling, 1 mutated once, 2 stops; the protocol keeps 0 for "no longer"
function protocolLevel(level: EventMutLevel): number {
  return [1, 3, 2][level as number] ?? 1
}
