import { describe, expect, it } from 'vitest'
import { prepare } from './request'

const url = 'https://x.example/a'

describe('prepare', () => {
  it('puts the data of a GET into the query', () => {
    expect(prepare({ url: `${url}?b=1#c`, data: { q: 'ä b', n: { x: 1 }, no: undefined } })).toMatchObject({
      url: `${url}?b=1&q=%C3%A4%20b&n=%7B%22x%22%3A1%7D#c`,
      method: 'GET',
      data: null,
    })
  })

  it('sends JSON unless told otherwise', () => {
    expect(prepare({ url, method: 'post', data: { a: 1 } })).toMatchObject({
      url,
      method: 'POST',
      data: '{"a":1}',
      header: { 'content-type': 'application/json' },
    })
  })

  it('sends a form when the header says so', () => {
    const header = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect(prepare({ url, method: 'POST', header, data: { a: 1, b: 'c d' } })).toMatchObject({ data: 'a=1&b=c%20d' })
  })

  it('sends text as it is', () => expect(prepare({ url, method: 'PUT', data: 'x' })).toMatchObject({ data: 'x' }))

  it('sends bytes as they are', () =>
    expect(prepare({ url, method: 'POST', data: new Uint8Array([0, 255, 1]).buffer })).toMatchObject({
      data: null,
      bytes: 'AP8B',
    }))

  it.each([
    [{}, 'parameter error: parameter.url should be String'],
    [{ url, method: 'PATCH' }, 'parameter error: method `PATCH` is not supported'],
    [{ url, enableChunked: true }, 'enableChunked is not supported'],
  ])('refuses %o', (options, reason) => expect(prepare(options)).toBe(reason))
})
