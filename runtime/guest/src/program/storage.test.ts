import { describe, expect, it } from 'vitest'
import { type Change, Storage } from './storage'

function storage(snapshot: Record<string, unknown> = {}): { kept: Storage; journal: Change[] } {
  const journal: Change[] = []
  return { kept: new Storage(snapshot, (change) => journal.push(change)), journal }
}

describe('Storage', () => {
  it('hands out copies', () => {
    const { kept } = storage({ a: { b: 1 } })
    ;(kept.get('a') as { b: number }).b = 2
    expect(kept.get('a')).toEqual({ b: 1 })
  })

  it('journals every change and nothing else', () => {
    const { kept, journal } = storage({ old: 1 })
    kept.set('k', [1, { x: null }])
    kept.remove('old')
    kept.remove('never there')
    kept.get('k')
    kept.clear()
    expect(journal).toEqual([
      { op: 'set', key: 'k', value: [1, { x: null }] },
      { op: 'remove', key: 'old' },
      { op: 'clear' },
    ])
  })

  it('stores what JSON can say', () => {
    const { kept } = storage()
    kept.set('date', new Date(0))
    kept.set('nothing', undefined)
    expect(kept.get('date')).toBe('1970-01-01T00:00:00.000Z')
    expect(kept.get('nothing')).toBe('')
  })

  it.each([
    ['a function', () => 0],
    ['a bigint', 1n],
    ['a circle', circle()],
  ])('refuses %s and journals nothing', (_, value) => {
    const { kept, journal } = storage()
    expect(() => kept.set('k', value)).toThrow('parameter error: parameter.data should be JSON')
    expect(journal).toEqual([])
  })

  it.each([
    [undefined, 'Undefined'],
    [null, 'Null'],
    [7, 'Number'],
    ['', 'empty String'],
  ])('refuses the key %s', (key, type) => {
    expect(() => storage().kept.get(key)).toThrow(`parameter error: parameter.key should be String instead of ${type};`)
  })

  it('keeps keys that objects have by themselves', () => {
    const { kept } = storage()
    expect(kept.has('__proto__')).toBe(false)
    kept.set('__proto__', 1)
    expect(kept.info().keys).toEqual(['__proto__'])
  })

  it('refuses a value of more than 1 MB and keeps the one before', () => {
    const { kept } = storage({ k: 'before' })
    expect(() => kept.set('k', 'x'.repeat(1 << 20))).toThrow('entry size limit reached')
    expect(kept.get('k')).toBe('before')
  })

  it('refuses more than 10 MB in all, and counts what was replaced or removed', () => {
    const { kept } = storage()
    const almost = 'x'.repeat((1 << 20) - 10)
    for (let i = 0; i < 9; i++) kept.set(`k${i}`, almost)
    kept.set('k0', almost)
    kept.set('last', almost)
    expect(() => kept.set('more', almost)).toThrow('exceed storage max size 10Mb')
    kept.remove('k0')
    kept.set('more', almost)
    expect(kept.info()).toMatchObject({ currentSize: 10240, limitSize: 10240 })
  })
})

function circle(): object {
  const self: { self?: object } = {}
  self.self = self
  return self
}
