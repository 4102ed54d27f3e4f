// carries its own bytes and goes nowhere
const DATA = /^data:(?:image|font|application\/(?:x-)?font)[a-z0-9+.\/-]*[;,]/i

/** A picture that the user picked for the program. */
const PICKED = /^wxfile:\/\/tmp_[A-Za-z0-9]+\.(?:jpg|png)$/

/** Images of the program's package and of the user's own pictures, asked for once and kept as blobs of this document. */
export class Resources {
  private readonly urls = new Map<string, string>()
  private readonly asked = new Set<string>()
  private readonly waiting = new Map<string, Set<() => void>>()

  constructor(private readonly need: (path: string) => void) {}

  /**
   * The blob's address for what a page calls `source`, or undefined when it is not there (yet).
   *
   * @param from the page's path, for relative sources
   * @param arrived runs when it comes
   */
  url(source: string, from: string, arrived: () => void): string | undefined {
    if (DATA.test(source)) return source
    const path = PICKED.test(source) ? source : packagePath(source, from)
    if (path === undefined) return undefined
    if (!this.urls.has(path)) this.ask(path, arrived)
    return this.urls.get(path)
  }

  /** Takes in what the top document fetched; null when there is no such file. */
  deliver(path: string, blob: Blob | null): void {
    if (blob) this.urls.set(path, URL.createObjectURL(blob))
    const waiting = this.waiting.get(path)
    this.waiting.delete(path)
    for (const arrived of waiting ?? []) arrived()
  }

  /** Drops what is kept: it is asked for again. */
  forget(): void {
    for (const url of this.urls.values()) URL.revokeObjectURL(url)
    this.urls.clear()
    this.asked.clear()
    this.waiting.clear()
  }

  private ask(path: string, arrived: () => void): void {
    const waiting = this.waiting.get(path)
    if (waiting) waiting.add(arrived)
    if (this.asked.has(path)) return
    this.asked.add(path)
    this.waiting.set(path, new Set([arrived]))
    this.need(path)
  }
}

/** The path in the package of what a page calls `source`; undefined for an address elsewhere. */
export function packagePath(source: string, from: string): string | undefined {
  if (source === '' || /^([a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(source)) return undefined
  const parts = source.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of source.split(/[?#]/)[0]!.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
