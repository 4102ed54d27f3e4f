import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Channel } from '../base/channel'
import { ViewNode } from './nodes'
import { Operations } from './operations'

let sent: { page: number; ops: unknown[][] }[]
let operations: Operations
let nodes: Map<number, ViewNode>

// a getter of the program, as setData may carry it
const trap = {
  get x(): never {
    throw new Error('no')
  },
}

beforeEach(() => {
  sent = []
  operations = new Operations()
  nodes = new Map()
  const port = {
    send: (_: string, json: string) => void sent.push(JSON.parse(json)),
    schedule() {},
    cancel() {},
    evaluate() {},
  }
  operations.sendTo(new Channel(port, () => {}))
})

const node = (page = 1, name = 'view') => new ViewNode({ page, operations, nodes }, 'e', name)

function ops(): unknown[][] {
  operations.flush()
  return sent.flatMap((frame) => frame.ops)
}

describe('ViewNode', () => {
  it('tells of trees by number', () => {
    const [parent, a, b] = [node(), node(), node()]
    parent.appendChild(a)
    parent.insertBefore(b, a)
    parent.removeChild(a)
    expect(ops().slice(3)).toEqual([
      ['a', 1, 2],
      ['b', 1, 3, 2],
      ['r', 1, 2],
    ])
  })

  it('strips the prefix that glass-easel gives ids', () => {
    const one = node()
    one.setId('0123abcd--total')
    one.setId('a--b')
    expect(ops().slice(1)).toEqual([
      ['A', 1, 'id', 'total'],
      ['A', 1, 'id', 'a--b'],
    ])
  })

  it('fills absent scopes', () => {
    const one = node()
    one.setStyleScope(4)
    one.addClass('x')
    expect(ops().slice(1)).toEqual([
      ['ss', 1, 4, -1, -1],
      ['+', 1, 'x', -1],
    ])
  })

  it.each([
    [0, 1],
    [1, 3],
    [2, 2],
  ])('calls listener level %i of glass-easel %i', (level, expected) => {
    node().setListenerStats('tap', false, level)
    expect(ops().at(-1)).toEqual(['l', 1, 'tap', expected])
  })

  it.each([
    [undefined, null],
    [() => 0, null],
    [1n, '1'],
    [{ a: [1] }, { a: [1] }],
    [trap, null],
  ])('sends value %# as JSON', (value, expected) => {
    node().setAttribute('x', value)
    expect(ops().at(-1)).toEqual(['A', 1, 'x', expected])
  })

  it('gives what the user typed to the binding until it is taken away', () => {
    const listener = vi.fn()
    const one = node()
    one.setModelBindingStat('value', listener)
    one.updateModel('value', 'x')
    one.setModelBindingStat('value', null)
    one.updateModel('value', 'y')
    expect(listener.mock.calls).toEqual([['x']])
    expect(ops().slice(1)).toEqual([
      ['m', 1, 'value', true],
      ['m', 1, 'value', false],
    ])
  })

  it('cannot be found after its release', () => {
    node().release()
    expect(nodes.size).toBe(0)
  })
})

describe('Operations', () => {
  it('numbers nodes through all pages and sends each page its own', () => {
    node(1)
    node(2)
    operations.flush()
    expect(sent).toEqual([
      { page: 1, ops: [['c', 1, 'e', 'view']] },
      { page: 2, ops: [['c', 2, 'e', 'view']] },
    ])
  })
  it('splits what is too much for a frame', () => {
    for (let i = 0; i < 4001; i++) node()
    operations.flush()
    expect(sent.map((frame) => frame.ops.length)).toEqual([2000, 2000, 1])
  })
  it('forgets what a closing page would have shown', () => {
    node(1)
    operations.drop(1)
    expect(ops()).toEqual([])
  })
})
