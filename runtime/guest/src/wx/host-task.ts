import type { Reply } from '../base/channel'
import { type Answer, type Convention, replyOf } from './convention'

type Listener = (event: object) => void

/** Something that the host does over the network, and that the program may stop waiting for. */
export class HostTask {
  // hard-private: the program holds this object
  readonly #api: string
  readonly #answer: Answer
  readonly #valueOf: (value: Reply['value']) => object
  readonly #headerListeners = new Set<Listener>()
  #over = false

  /**
   * @param asked what the host is asked, or why it is not
   * @param valueOf what the program gets for the host's answer
   */
  constructor(
    convention: Convention,
    api: string,
    asked: object | string,
    answer: Answer,
    valueOf: (value: Reply['value']) => object,
  ) {
    this.#api = api
    this.#answer = answer
    this.#valueOf = valueOf
    const finish = (reply: Reply) => this.#finish(reply)
    if (typeof asked === 'string') convention.refuse(api, asked, finish)
    else convention.ask(api, asked, finish)
  }

  /** What has left the host is not taken back. */
  abort(): void {
    this.#finish(replyOf(this.#api, { ok: false, reason: 'abort' }))
  }

  onHeadersReceived(listener: Listener): void {
    this.#headerListeners.add(listener)
  }

  offHeadersReceived(listener?: Listener): void {
    if (listener) this.#headerListeners.delete(listener)
    else this.#headerListeners.clear()
  }

  #finish(reply: Reply): void {
    if (this.#over) return
    this.#over = true
    const { header, statusCode } = reply.value
    if (reply.ok) for (const listener of this.#headerListeners) listener({ header, statusCode })
    this.#answer(reply.ok ? { ok: true, value: this.#valueOf(reply.value) as Reply['value'] } : reply)
  }
}
