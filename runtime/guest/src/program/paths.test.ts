import { describe, expect, it } from 'vitest'
import { decodable, normalize, parseUrl, resolve, searchOf, upwards } from './paths'

describe('normalize', () => {
  it.each([
    ['a/./b//c', 'a/b/c'],
    ['a/../b', 'b'],
    ['../../a', 'a'],
    ['/a', 'a'],
  ])('%s is %s', (path, expected) => expect(normalize(path)).toBe(expected))
})

describe('resolve', () => {
  it('takes a leading slash as the root', () => expect(resolve('pages/a/a', '/utils/x')).toBe('utils/x'))
  it('goes from the folder of the file', () => expect(resolve('pages/a/a', '../b/b')).toBe('pages/b/b'))
})

describe('parseUrl', () => {
  it('splits path and query, and decodes neither', () => {
    expect(parseUrl('pages/a/a', '../b/b.html?x=%E4%BD&y=1=2&z')).toEqual({
      path: 'pages/b/b',
      search: '?x=%E4%BD&y=1=2&z',
      query: { x: '%E4%BD', y: '1=2', z: '' },
    })
  })
  it('keeps a key named __proto__ a plain key', () => {
    const { query } = parseUrl('', 'a?__proto__=x')
    expect(Object.keys(query)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(query)).toBe(Object.prototype)
  })
  it('has no query without one', () => expect(parseUrl('', 'a?')).toEqual({ path: 'a', search: '', query: {} }))
})

describe('decodable', () => {
  it.each([
    ['?a=50%&b=%E4%BD%A0', '?a=50%25&b=%E4%BD%A0'],
    ['?%=%zz', '?%25=%25zz'],
    ['', ''],
  ])('%j becomes %j', (search, expected) => expect(decodable(search)).toBe(expected))
})

describe('upwards', () => {
  it('ends at the root', () => expect(upwards('a/b')).toEqual(['a/b', 'a', '']))
})

describe('searchOf', () => {
  it('is what parseUrl reads', () => expect(searchOf({ a: '1', b: '' })).toBe('?a=1&b='))
  it('is empty for nothing', () => expect(searchOf({})).toBe(''))
})
