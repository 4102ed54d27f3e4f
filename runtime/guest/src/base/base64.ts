// RFC 4648, section 4; the engine has no functions of its own for it
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]))

/** The bytes as text. */
export function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  const groups: string[] = []
  for (let i = 0; i < bytes.length; i += 3) groups.push(group(bytes[i]!, bytes[i + 1], bytes[i + 2]))
  return groups.join('')
}

function group(a: number, b: number | undefined, c: number | undefined): string {
  const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
  const digit = (shift: number) => DIGITS[(bits >> shift) & 63]!
  return digit(18) + digit(12) + (b === undefined ? '=' : digit(6)) + (c === undefined ? '=' : digit(0))
}

/** The bytes that the text stands for; what is no digit is passed over. */
export function fromBase64(text: string): ArrayBuffer {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let length = 0
  let bits = 0
  let count = 0
  for (const digit of text) {
    const value = VALUES.get(digit)
    if (value === undefined) continue
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[length++] = (bits >> count) & 0xff
  }
  return bytes.buffer.slice(0, length)
}
