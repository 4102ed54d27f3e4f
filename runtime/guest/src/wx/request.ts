import { fromBase64, toBase64 } from '../base/base64'
import { parse, stringify } from '../base/json'
import type { Answer, Convention, Options, Table } from './convention'
import { HostTask } from './host-task'

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
const NO_BODY = ['GET', 'HEAD', 'OPTIONS']
const FORM = 'application/x-www-form-urlencoded'

interface Prepared {
  url: string
  method: string
  header: Record<string, string>
  data: string | null
  /** In base64, in place of {@link data}. */
  bytes?: string
  dataType: unknown
  responseType: unknown
  timeout: unknown
}

export function requestApis(convention: Convention): Table {
  return { request: { how: 'task', run: (options, answer) => new RequestTask(convention, options, answer) } }
}

/** One request to a server of the program's developer, made by the host. */
class RequestTask extends HostTask {
  constructor(convention: Convention, options: Options, answer: Answer) {
    super(convention, 'request', prepare(options), answer, (value) => ({ ...value, data: dataOf(value.data, options) }))
  }

  // a host that refuses `enableChunked` has nothing to tell
  onChunkReceived(): void {}
  offChunkReceived(): void {}
}

/** What the host is asked to send, or WeChat's words for why it cannot be sent. */
export function prepare(options: Options): Prepared | string {
  const method = String(options.method ?? 'GET').toUpperCase()
  if (typeof options.url !== 'string' || options.url === '') return 'parameter error: parameter.url should be String'
  if (!METHODS.includes(method)) return `parameter error: method \`${method}\` is not supported`
  if (options.enableChunked === true) return 'enableChunked is not supported'
  const header = headers(options.header)
  const { dataType = 'json', responseType = 'text', timeout } = options
  const rest = { method, header, dataType, responseType, timeout }
  if (NO_BODY.includes(method)) return { ...rest, url: withQuery(options.url, options.data), data: null }
  if (options.data instanceof ArrayBuffer)
    return { ...rest, url: options.url, data: null, bytes: toBase64(options.data) }
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

function dataOf(data: unknown, { responseType, dataType }: Options): unknown {
  return responseType === 'arraybuffer' ? fromBase64(String(data)) : parseBody(data, dataType)
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
