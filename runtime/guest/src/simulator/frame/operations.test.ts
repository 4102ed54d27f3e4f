import type { PageNode } from './nodes'
import { beforeEach, expect, it } from 'vitest'
import type { Operation } from '../shared/messages'
import type { Component } from './components/component'
import { Operations } from './operations'

/** As much of a DOM as the tree operations use. */
class FakeNode {
  childNodes: FakeNode[] = []
  parentElement: FakeNode | null = null

  constructor(
    readonly localName: string,
    readonly nodeType: number,
    public nodeValue: string | null = null,
  ) {}

  get nextSibling(): FakeNode | null {
    const siblings = this.parentElement?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1] ?? null
  }

  insertBefore(child: FakeNode, before: FakeNode | null): void {
    const moved = child.nodeType === 11 ? [...child.childNodes] : [child]
    for (const node of moved) node.parentElement?.removeChild(node)
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length
    if (at < 0) throw new Error('not a child')
    this.childNodes.splice(at, 0, ...moved)
    for (const node of moved) node.parentElement = this
  }

  removeChild(child: FakeNode): void {
    const at = this.childNodes.indexOf(child)
    if (at < 0) throw new Error('not a child')
    this.childNodes.splice(at, 1)
    child.parentElement = null
  }

  setAttribute(name: string): void {
    this.attributes.push(name)
  }

  readonly attributes: string[] = []

  text(): string {
    if (this.nodeType === 3) return this.nodeValue ?? ''
    return `<${this.localName}>${this.childNodes.map((child) => child.text()).join('')}</>`
  }
}

let root: FakeNode
let failed: string[]
let operations: Operations
const KINDS: Record<string, number> = { root: 1, e: 1, t: 3, f: 11 }

beforeEach(() => {
  failed = []
  const create = (_: number, kind: string, text: string) => {
    const node = new FakeNode(kind === 't' ? '' : text, KINDS[kind]!, kind === 't' ? text : null)
    if (kind === 'root') root = node
    return { dom: node as unknown as Node, component: {} as Component }
  }
  const text = (node: PageNode, value: string) => void (node.dom.nodeValue = value)
  operations = new Operations({ create, text, style: () => {}, sheet: () => {} }, ([name]) => failed.push(name))
  operations.apply([['c', 1, 'root', 'page'], ...['a', 'b', 'c'].map((text, i): Operation => ['c', 2 + i, 't', text])])
  operations.apply([['a', 1, 2], ['a', 1, 3], ['a', 1, 4]]) // prettier-ignore
})

function after(...ops: Operation[]): string {
  operations.apply(ops)
  return root.text()
}

it('append_movesANodeThatIsElsewhere', () => {
  expect(after(['a', 1, 2])).toBe('<page>bca</>')
})

it('insertBefore_putsItThere', () => {
  expect(after(['c', 9, 't', 'x'], ['b', 1, 9, 3])).toBe('<page>axbc</>')
})

it('remove_takesOneAway', () => {
  expect(after(['r', 1, 3])).toBe('<page>ac</>')
})

it('replace_putsTheChildInPlaceOfTheOld', () => {
  expect(after(['c', 9, 't', 'x'], ['x', 1, 9, 3])).toBe('<page>axc</>')
})

it('fragment_movesItsChildrenInstead', () => {
  expect(
    after(['c', 8, 'f', ''], ['c', 9, 't', 'x'], ['c', 10, 't', 'y'], ['a', 8, 9], ['a', 8, 10], ['b', 1, 8, 2]),
  ).toBe('<page>xyabc</>')
})

it('splice_insertsBeforeAndRemovesFromThere', () => {
  expect(after(['c', 8, 'f', ''], ['c', 9, 't', 'x'], ['a', 8, 9], ['sb', 1, 2, 2, 8])).toBe('<page>xc</>')
})

it('spliceRemove_stopsAtTheEnd', () => {
  expect(after(['sr', 1, 3, 5])).toBe('<page>a</>')
})

it('text_replacesATextsContent', () => {
  expect(after(['T', 2, 'z'])).toBe('<page>zbc</>')
})

it('released_isNotKnownAnyMore', () => {
  expect(after(['r', 1, 2], ['z', 2], ['a', 1, 2])).toBe('<page>bc</>')
  expect(failed).toEqual(['a'])
})

it('aSenselessOperation_leavesTheOthersStanding', () => {
  expect(after(['r', 1, 77], ['constructor', 1], ['r', 1, 4])).toBe('<page>ab</>')
  expect(failed).toEqual(['r'])
})

it('linesOfAText_areMarked', () => {
  after(['c', 8, 'e', 'wx-text'], ['c', 9, 't', 'one\ntwo'], ['a', 8, 9], ['a', 1, 8])
  expect(root.childNodes.at(-1)?.attributes).toEqual(['lines'])
})
