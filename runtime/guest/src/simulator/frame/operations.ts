import type { Operation } from '../shared/messages'
import type { PageNode } from './nodes'

/** What operations need of a page. */
export interface Canvas {
  create(id: number, kind: string, text: string): PageNode
  style(node: PageNode, css: string): void
  /** Changes the text of a text node. */
  text(node: PageNode, text: string): void
  sheet(path: string, scope: number, text: string): void
}

/**
 * Applies the operations of `docs/protocol.md` to a page. The host has checked them; one that still makes
 * no sense is left out, since a page with a gap is worth more than none.
 */
export class Operations {
  private readonly nodes = new Map<number, PageNode>()

  constructor(
    private readonly canvas: Canvas,
    private readonly failed: (operation: Operation, error: unknown) => void,
  ) {}

  apply(operations: readonly Operation[]): void {
    for (const operation of operations) {
      try {
        this.one(operation)
      } catch (error) {
        this.failed(operation, error)
      }
    }
  }

  /** The element of a node, if it has one. */
  element(id: number): HTMLElement | undefined {
    return this.nodes.get(id)?.component?.element
  }

  private one([name, first, ...rest]: Operation): void {
    if (name === 'css') this.canvas.sheet(String(first), Number(rest[0]), String(rest[1]))
    else if (name === 'c')
      this.nodes.set(first as number, this.canvas.create(first as number, String(rest[0]), String(rest[1] ?? '')))
    else if (name === 'z') this.nodes.delete(first as number)
    else if (Object.hasOwn(TREE, name)) TREE[name]!(this.dom(first), (id) => this.dom(id), rest)
    else this.change(name, this.node(first), rest)
  }

  private change(name: string, node: PageNode, operands: readonly unknown[]): void {
    const [first, second, third] = operands
    const { component } = node
    switch (name) {
      case 'A':
        return component?.set(String(first), second)
      case 'D':
        return component?.remove(String(first))
      case 'd':
        return component?.setData(String(first), second)
      case 'T':
        this.canvas.text(node, String(first))
        return markLines(node.dom)
      case 'st':
        return this.canvas.style(node, String(first))
      case '+':
        return component?.addClass(String(first), Number(second))
      case '-':
        return component?.removeClass(String(first), Number(second))
      case 'cc':
        return component?.element.removeAttribute('class')
      case 'ss':
        return component?.setScopes(Number(first), Number(second ?? -1), Number(third ?? -1))
      case 'l':
        return component?.listen(String(first))
    }
  }

  private node(id: unknown): PageNode {
    const node = this.nodes.get(id as number)
    if (!node) throw new Error(`there is no node ${String(id)}`)
    return node
  }

  private dom(id: unknown): Node {
    return this.node(id).dom
  }
}

const FRAGMENT = 11

type Find = (id: unknown) => Node

/** What moves nodes; the first operand is the parent. */
const TREE: Record<string, (parent: Node, find: Find, operands: readonly unknown[]) => void> = {
  a: (parent, find, [child]) => insert(parent, find(child), null),
  b: (parent, find, [child, before]) => insert(parent, find(child), find(before)),
  r: (parent, find, [child]) => void parent.removeChild(find(child)),
  x: (parent, find, [child, old]) => {
    insert(parent, find(child), find(old))
    parent.removeChild(find(old))
  },
  sb: (parent, find, [before, count, child]) => {
    insert(parent, find(child), find(before))
    removeFrom(parent, find(before), count as number)
  },
  sr: (parent, find, [before, count]) => removeFrom(parent, find(before), count as number),
}

function insert(parent: Node, child: Node, before: Node | null): void {
  const moved = child.nodeType === FRAGMENT ? [...child.childNodes] : [child]
  parent.insertBefore(child, before)
  moved.forEach(markLines)
}

function removeFrom(parent: Node, first: Node, count: number): void {
  let next: Node | null = first
  for (let left = count; left > 0 && next; left--) {
    const gone: Node = next
    next = gone.nextSibling
    parent.removeChild(gone)
  }
}

/** WeChat's text shows line ends as such, and still obeys a `white-space` that it inherits. */
function markLines(text: Node): void {
  const parent = text.parentElement
  if (parent?.localName === 'wx-text' && text.nodeValue?.includes('\n')) parent.setAttribute('lines', '')
}
