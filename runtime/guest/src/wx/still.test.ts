import { expect, it } from 'vitest'
import { Program } from '../program/program'
import { stillApis } from './still'

const program = new Program({ appId: 'wx1', files: [], json: { 'ext.json': { ext: { shop: 7 } } }, wxss: {} })
const apis = stillApis(program)

function call(name: string, ...args: unknown[]): unknown {
  const entry = apis[name] as { run(...given: unknown[]): unknown }
  return entry.run(...args)
}

/** RFC 4648, section 10. */
const VECTORS: [string, string][] = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
]

it.each(VECTORS)('base64_ofVector %s', (plain, text) => {
  const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
  expect(call('arrayBufferToBase64', bytes.buffer)).toBe(text)
  expect(new Uint8Array(call('base64ToArrayBuffer', text) as ArrayBuffer)).toEqual(bytes)
})

it('base64_isReadBackWhateverTheBytesAre', () => {
  for (let length = 0; length < 50; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 71 + length) & 255)
    const text = call('arrayBufferToBase64', bytes.buffer)
    expect(new Uint8Array(call('base64ToArrayBuffer', text) as ArrayBuffer)).toEqual(bytes)
  }
})

it('extConfig_isThatOfExtJsonAndACopyEachTime', () => {
  const first = call('getExtConfigSync') as { shop: number }
  first.shop = 8
  expect(call('getExtConfigSync')).toEqual({ shop: 7 })
})
