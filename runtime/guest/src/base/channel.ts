import { parse, stringify } from './json'
import type { Port } from './port'

/** What the host answers to a call; `errMsg` is always there. */
export interface Reply {
  ok: boolean
  value: { errMsg: string; [key: string]: unknown }
}

/** Frames to the host, and the calls that wait for an answer. */
export class Channel {
  private readonly waiting = new Map<number, (reply: Reply) => void>()
  private calls = 0

  /** @param beforeEffects runs before any frame whose meaning depends on what the page shows */
  constructor(
    private readonly port: Port,
    private readonly beforeEffects: () => void,
  ) {}

  static read(json: string): Record<string, unknown> {
    return parse(json) as Record<string, unknown>
  }

  send(kind: 'STORE' | 'LOG' | 'FAULT' | 'OPS' | 'READS', content: object): void {
    this.port.send(kind, stringify(content))
  }

  page(content: { op: 'open' | 'show' | 'close'; page: number; [key: string]: unknown }): void {
    this.beforeEffects()
    this.port.send('PAGE', stringify(content))
  }

  /** Calls a host API. Throws a TypeError when `args` is not JSON. */
  call(api: string, args: object, answered: (reply: Reply) => void): void {
    const id = this.calls + 1
    const frame = stringify({ id, api, args })
    this.beforeEffects()
    this.calls = id
    this.waiting.set(id, answered)
    this.port.send('CALL', frame)
  }

  /** Hands a REPLY to whoever waits for it; a second answer to one call is ignored. */
  reply(id: number, reply: Reply): void {
    const answered = this.waiting.get(id)
    this.waiting.delete(id)
    answered?.(reply)
  }
}
