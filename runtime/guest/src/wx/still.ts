import type { Program } from '../program/program'
import type { Table } from './convention'

/** What never happens on a host whose device is the same for everybody, and may be listened for all the same. */
const NEVER = [
  'KeyboardHeightChange',
  'NetworkStatusChange',
  'ThemeChange',
  'WindowResize',
  'MemoryWarning',
  // a session ends where a program of WeChat's is hidden
  'AppHide',
  'AppShow',
]

/** APIs whose answer is always the same: nothing of a user's device is in it. */
export function stillApis(program: Program): Table {
  const nothing = { how: 'sync', run: () => {} } as const
  return {
    ...Object.fromEntries(NEVER.flatMap((event) => [`on${event}`, `off${event}`]).map((name) => [name, nothing])),
    getNetworkType: { how: 'local', run: () => ({ ok: true, value: { networkType: 'wifi' } }) },
    getExtConfig: { how: 'local', run: () => ({ ok: true, value: { extConfig: program.ext() } }) },
    getExtConfigSync: { how: 'sync', run: () => program.ext() },
    base64ToArrayBuffer: { how: 'sync', run: (text: string) => bytesOf(String(text)) },
    arrayBufferToBase64: { how: 'sync', run: textOf },
    // there is none to hide, and the simulated screen never goes dark
    hideHomeButton: { how: 'local', run: () => ({ ok: true }) },
    setKeepScreenOn: { how: 'local', run: () => ({ ok: true }) },
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648, section 4; what is no digit is passed over. */
function bytesOf(text: string): ArrayBuffer {
  const digits = [...text].map((letter) => DIGITS.indexOf(letter)).filter((digit) => digit >= 0)
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  for (let i = 0; i < bytes.length; i++) {
    const at = Math.floor((i * 4) / 3)
    const shift = 4 - 2 * (i % 3)
    bytes[i] = ((digits[at]! << 6) | (digits[at + 1] ?? 0)) >> shift
  }
  return bytes.buffer
}

function textOf(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(word >> shift) & 63]!)
    text += digits
      .slice(0, Math.min(4, bytes.length - i + 1))
      .join('')
      .padEnd(4, '=')
  }
  return text
}
