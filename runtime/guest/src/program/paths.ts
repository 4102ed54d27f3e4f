/** Removes `.`, `..` and empty parts. `..` above the root stays at the root. */
export function normalize(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The folder of a file, `""` for the root. */
export function folder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** What `target` means in the file `from`: absolute when it begins with a slash, else relative to it. */
export function resolve(from: string, target: string): string {
  return normalize(target.startsWith('/') ? target : `${folder(from)}/${target}`)
}

/** The folder and every folder above it, the root last. */
export function upwards(start: string): string[] {
  const folders = [start]
  while (folders.at(-1) !== '') folders.push(folder(folders.at(-1)!))
  return folders
}

export interface Target {
  /** Of the page, without a leading slash. */
  path: string
  /** Undecoded, as WeChat hands it to `onLoad`. */
  query: Record<string, string>
  /** With the question mark, or `""`. */
  search: string
}

/** A page url as WeChat reads it in the page `from`. */
export function parseUrl(from: string, url: string): Target {
  const mark = url.indexOf('?')
  const search = mark < 0 ? '' : url.slice(mark)
  const path = resolve(from, mark < 0 ? url : url.slice(0, mark)).replace(/\.html$/, '')
  return { path, search: search === '?' ? '' : search, query: parseQuery(search.slice(1)) }
}

/** The same search with every part fit to be decoded: a `%` that encodes nothing, as in `50%`, stands for itself. */
export function decodable(search: string): string {
  return search.replace(/[^?&=]+/g, (part) => (decodes(part) ? part : part.replace(/%/g, '%25')))
}

function decodes(part: string): boolean {
  try {
    decodeURIComponent(part)
    return true
  } catch {
    return false
  }
}

function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=')
    if (pair !== '') define(query, equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? '' : pair.slice(equals + 1))
  }
  return query
}

// plain assignment would let a key named `__proto__` change the object
function define(query: Record<string, string>, key: string, value: string): void {
  Object.defineProperty(query, key, { value, writable: true, enumerable: true, configurable: true })
}

/** The reverse of {@link parseUrl}'s query, for a launch that comes with an object. */
export function searchOf(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
