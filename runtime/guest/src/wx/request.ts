import type { Reply } from '../base/channel'
import { parse, stringify } from '../base/json'
import { replyOf, type Answer, type Convention, type Options, type Table } from './convention'
import type { Reads } from './reads'

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
const NO_BODY = ['GET', 'HEAD', 'OPTIONS']
const FORM = 'application/x-www-form-urlencoded'

interface Prepared {
  url: string
  method: string
  header: Record<string, string>
  data: string | null
  dataType: unknown
  responseType: unknown
  timeout: unknown
}

/** @param reads wants to know what the program reads of replies */
export function requestApis(convention: Convention, reads?: Reads): Table {
  return { request: { how: 'task', run: (options, answer) => new RequestTask(convention, options, answer, reads) } }
}

/** One request to a server of the program's developer, made by the host. */
class RequestTask {
  // hard-private: the program holds this object
  readonly #answer: Answer
  #over = false
  readonly #headerListeners = new Set<(result: object) => void>()

  constructor(convention: Convention, options: Options, answer: Answer, reads?: Reads) {
    this.#answer = answer
    const prepared = prepare(options)
    const finish = (reply: Reply) =>
      this.#finish(reply, (body) => {
        const data = parseBody(body, options.dataType)
        return reads && typeof prepared === 'object' ? reads.watch(prepared, data) : data
      })
    if (typeof prepared === 'string') convention.refuse('request', prepared, finish)
    else convention.ask('request', prepared, finish)
  }

  abort(): void {
    this.#finish(replyOf('request', { ok: false, reason: 'abort' }))
  }

  onHeadersReceived(listener: (result: object) => void): void {
    this.#headerListeners.add(listener)
  }

  offHeadersReceived(listener: (result: object) => void): void {
    this.#headerListeners.delete(listener)
  }

  // the host sends a body whole
  onChunkReceived(): void {}
  offChunkReceived(): void {}

  #finish(reply: Reply, dataOf: (body: unknown) => unknown = String): void {
    if (this.#over) return
    this.#over = true
    const { header, statusCode } = reply.value
    if (reply.ok) for (const listener of this.#headerListeners) listener({ header, statusCode })
    this.#answer(
      reply.ok ? { ok: true, value: { ...reply.value, data: dataOf(reply.value.data) } } : reply,
    )
  }
}

/** What the host is asked to send, or WeChat's words for why it cannot be sent. */
export function prepare(options: Options): Prepared | string {
  const method = String(options.method ?? 'GET').toUpperCase()
  if (typeof options.url !== 'string' || options.url === '') return 'parameter error: parameter.url should be String'
  if (!METHODS.includes(method)) return `parameter error: method \`${method}\` is not supported`
  if (options.data instanceof ArrayBuffer) return 'parameter error: data of type ArrayBuffer is not supported'
  const header = headers(options.header)
  const { dataType = 'json', responseType = 'text', timeout } = options
  const rest = { method, header, dataType, responseType, timeout }
  if (NO_BODY.includes(method)) return { ...rest, url: withQuery(options.url, options.data), data: null }
  return { ...rest, url: options.url, data: body(options.data, header['content-type']!) }
}

function headers(given: unknown): Record<string, string> {
  const header: Record<string, string> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries((given ?? {}) as object)) header[name.toLowerCase()] = String(value)
  return header
}

function body(data: unknown, type: string): string | null {
  if (data === undefined || data === null) return null
  if (typeof data !== 'object') return String(data)
  return type.startsWith(FORM) ? form(data) : stringify(data)
}

function withQuery(url: string, data: unknown): string {
  const query = typeof data === 'object' && data !== null ? form(data) : String(data ?? '')
  if (query === '') return url
  const [address, hash] = url.split('#', 2) as [string, string?]
  return `${address}${address.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`
}

function form(data: object): string {
  const text = (value: unknown) => (typeof value === 'object' && value !== null ? stringify(value) : String(value))
  const pairs = Object.entries(data).filter(([, value]) => value !== undefined)
  return pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(text(value))}`).join('&')
}

// WeChat tries JSON unless it is told not to, and hands over the text when that fails
function parseBody(data: unknown, dataType: unknown = 'json'): unknown {
  if (typeof data !== 'string' || dataType !== 'json') return data
  try {
    return parse(data)
  } catch {
    return data
  }
}
