import { parse, stringify } from '../base/json'

/** One change, as the host journals it. */
export type Change = { op: 'set'; key: string; value: unknown } | { op: 'remove'; key: string } | { op: 'clear' }

export interface StorageInfo {
  keys: string[]
  /** Kilobytes. */
  currentSize: number
  limitSize: number
}

const MOST_BYTES_OF_A_VALUE = 1 << 20
const MOST_BYTES = 10 << 20

/** A refusal; `message` is WeChat's text after `fail `. */
export class StorageError extends Error {}

/** The program's key-value storage of one user: a snapshot at the start, and every change told to the host. */
export class Storage {
  private readonly values = new Map<string, string>()
  private bytes = 0

  constructor(
    snapshot: Record<string, unknown>,
    private readonly journal: (change: Change) => void,
  ) {
    for (const [key, value] of Object.entries(snapshot)) this.put(key, stringify(value))
  }

  has(key: unknown): boolean {
    return this.values.has(requireKey(key))
  }

  /** A copy of the value, undefined when there is none. */
  get(key: unknown): unknown {
    const text = this.values.get(requireKey(key))
    return text === undefined ? undefined : parse(text)
  }

  set(key: unknown, value: unknown): void {
    const name = requireKey(key)
    const text = serialize(value)
    this.requireRoom(name, text)
    this.put(name, text)
    this.journal({ op: 'set', key: name, value: parse(text) })
  }

  remove(key: unknown): void {
    const name = requireKey(key)
    if (!this.values.has(name)) return
    this.bytes -= size(name, this.values.get(name))
    this.values.delete(name)
    this.journal({ op: 'remove', key: name })
  }

  clear(): void {
    this.values.clear()
    this.bytes = 0
    this.journal({ op: 'clear' })
  }

  info(): StorageInfo {
    return { keys: [...this.values.keys()], currentSize: Math.ceil(this.bytes / 1024), limitSize: MOST_BYTES / 1024 }
  }

  private requireRoom(key: string, text: string): void {
    if (text.length > MOST_BYTES_OF_A_VALUE) throw new StorageError('entry size limit reached')
    const after = this.bytes - size(key, this.values.get(key)) + size(key, text)
    if (after > MOST_BYTES) throw new StorageError('exceed storage max size 10Mb')
  }

  private put(key: string, text: string): void {
    this.bytes += size(key, text) - size(key, this.values.get(key))
    this.values.set(key, text)
  }
}

function size(key: string, text: string | undefined): number {
  return text === undefined ? 0 : key.length + text.length
}

function requireKey(key: unknown): string {
  if (typeof key === 'string' && key !== '') return key
  const given =
    key === '' ? 'empty String' : key === null ? 'Null' : `${typeof key}`.replace(/^./, (first) => first.toUpperCase())
  throw new StorageError(`parameter error: parameter.key should be String instead of ${given};`)
}

// WeChat stores what JSON can say; undefined reads back as the empty string, like a key that is not there
function serialize(value: unknown): string {
  if (value === undefined) return '""'
  let text: string | undefined
  try {
    text = stringify(value)
  } catch {
    text = undefined
  }
  if (text === undefined) throw new StorageError('parameter error: parameter.data should be JSON')
  return text
}
