import { describe, expect, it } from 'vitest'
import { Answer, convert, sources } from './modules'

describe('convert', () => {
  it('keeps the lines of an ES module', () => {
    const converted = convert('a.js', "import b from './b'\n\nexport default function f() {\n  return b\n}\n")

    expect('code' in converted && converted.code.split('\n')).toHaveLength(6)
    expect('code' in converted && converted.code.split('\n')[3]).toBe('  return _b2.default')
  })

  it('keeps the lines of TypeScript and drops its types', () => {
    const converted = convert('a.ts', 'interface A {\n  b: string\n}\nexport const a: A = { b: "x" }\n')

    expect('code' in converted && converted.code.split('\n')[3]).toBe(' const a = { b: "x" }; exports.a = a')
  })

  it('says where a module is wrong', () => {
    expect(convert('a.js', 'export const a = 1\nexport const = 2\n')).toEqual({
      line: 2,
      column: 14,
      message: 'Unexpected token',
    })
  })
})

describe('sources', () => {
  it('reads a path that is called like a property of every object', () => {
    expect(sources('{"files": {"__proto__": "a", "toString": "b"}}')).toEqual([
      ['__proto__', 'a'],
      ['toString', 'b'],
    ])
  })
})

describe('Answer', () => {
  it('holds a path that is called like a property of every object', () => {
    const answer = new Answer()
    answer.file('__proto__', 'a')

    expect(answer.json()).toBe('{"files":{"__proto__":"a"},"templates":"","problems":[]}')
  })
})
