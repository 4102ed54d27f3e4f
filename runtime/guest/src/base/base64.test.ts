import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('base64', () => {
  // the vectors of RFC 4648, section 10, and bytes that are no text
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
    ['\u00fb\u00ff\u00fe\u0000', '+//+AA=='],
  ])('writes %j as %j, and reads it back', (plain, text) => {
    expect(toBase64(bytes(plain).buffer)).toBe(text)
    expect(new Uint8Array(fromBase64(text))).toEqual(bytes(plain))
  })

  it('passes over what is no digit', () =>
    expect(new Uint8Array(fromBase64('AQ\n ID'))).toEqual(new Uint8Array([1, 2, 3])))
})
