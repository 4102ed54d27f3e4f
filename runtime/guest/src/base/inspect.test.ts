import { describe, expect, it } from 'vitest'
import { inspect } from './inspect'

describe('inspect', () => {
  it('shows plain values', () => expect(inspect({ a: [1, 'x', null, undefined] })).toBe('{"a":[1,"x",null,undefined]}'))
  it('leaves text as it is', () => expect(inspect('a "b"')).toBe('a "b"'))
  it('names a circle', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(inspect(circle)).toBe('{"self":[circular]}')
  })
  it('ends below a few levels', () => expect(inspect([[[[[1]]]]])).toBe('[[[[[array]]]]]'))
  it('is bounded in length', () => expect(inspect('x'.repeat(9_000)).length).toBeLessThan(4_010))
  it('does not throw', () => {
    const hostile = {
      get trap(): never {
        throw new Error('no')
      },
    }
    expect(inspect(hostile)).toBe('[value that cannot be shown]')
  })
})
