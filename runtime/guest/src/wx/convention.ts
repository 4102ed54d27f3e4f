import type { Channel, Reply } from '../base/channel'
import type { Faults } from '../base/faults'
import type { Outcome } from '../base/outcome'

export type Options = Record<string, unknown>

/** What an API of `wx` is. */
export type Entry =
  /** Computed here, answered by callbacks or a Promise. */
  | { how: 'local'; run(options: Options): Outcome }
  /** Computed here and returned. */
  | { how: 'sync'; run(...args: never[]): unknown }
  /** Asked of the host with the given options, less the callbacks; `private` after the privacy agreement. */
  | { how: 'host'; promises?: boolean; private?: boolean }
  /** Answered in its own time, by callbacks or a Promise. */
  | { how: 'answered'; promises?: boolean; run(options: Options, answer: Answer): void }
  /** Asked of the host; the call returns an object that controls it. */
  | { how: 'task'; run(options: Options, answer: Answer): object }

export type Answer = (reply: Reply) => void
export type Table = Record<string, Entry>

/** Why a call fails that this host has no API for. */
export const NOT_SUPPORTED = 'not supported'

/** WeChat's calling convention: callbacks in the options, or a Promise when there is none of them. */
export class Convention {
  constructor(
    private readonly channel: Channel,
    private readonly faults: Faults,
  ) {}

  /** The function that the program calls. */
  method(name: string, entry: Entry): (...args: never[]) => unknown {
    switch (entry.how) {
      case 'sync':
        return entry.run
      case 'local':
        return this.answered((options, answer) => later(() => answer(replyOf(name, entry.run(options)))))
      case 'host':
        return this.answered((options, answer) => this.ask(name, options, answer), entry.promises)
      case 'answered':
        return this.answered(entry.run, entry.promises)
      case 'task':
        return (options: Options = {}) => this.task(entry.run, options)
    }
  }

  /** An API that answers through its options or, if it may, through a Promise. */
  answered(run: (options: Options, answer: Answer) => void, promises = true): (options?: unknown) => unknown {
    return (given) => {
      const options = (typeof given === 'object' && given !== null ? given : {}) as Options
      const origin = new Error()
      if (!promises || hasCallback(options)) {
        return run(options, this.callbacks(options, origin))
      }
      return new Promise((resolve, reject) => {
        run(options, ({ ok, value }) => (ok ? resolve(value) : reject(this.faults.from(value, origin))))
      })
    }
  }

  /** Asks the host. Options that are not JSON are refused here. */
  ask(name: string, args: object, answer: Answer): void {
    try {
      this.channel.call(name, args, answer)
    } catch {
      this.refuse(name, 'parameter error: the options are not JSON', answer)
    }
  }

  /** Fails without asking anybody. */
  refuse(name: string, reason: string, answer: Answer): void {
    later(() => answer(replyOf(name, { ok: false, reason })))
  }

  private task(run: (options: Options, answer: Answer) => object, options: Options): object {
    return run(options, this.callbacks(options, new Error()))
  }

  private callbacks(options: Options, origin: Error): Answer {
    return ({ ok, value }) => {
      if (!ok && isUnsupported(value) && typeof options.fail !== 'function') {
        this.faults.send(this.faults.from(value, origin))
      }
      this.callBack(options[ok ? 'success' : 'fail'], value)
      this.callBack(options.complete, value)
    }
  }

  private callBack(callback: unknown, value: object): void {
    if (typeof callback === 'function') this.faults.guard(() => callback(value))
  }
}

function hasCallback({ success, fail, complete }: Options): boolean {
  return typeof success === 'function' || typeof fail === 'function' || typeof complete === 'function'
}

// a program that hears nothing of it would wait for an answer that never comes
function isUnsupported(value: { errMsg?: unknown }): boolean {
  return String(value.errMsg).endsWith(`:fail ${NOT_SUPPORTED}`)
}

/** What the program gets for an outcome: every result has an `errMsg`. */
export function replyOf(name: string, outcome: Outcome): Reply {
  if (outcome.ok) return { ok: true, value: { ...outcome.value, errMsg: `${name}:ok` } }
  return { ok: false, value: { errMsg: `${name}:fail ${outcome.reason}` } }
}

/** No callback runs before the call that it answers has returned. */
export function later(run: () => void): void {
  void Promise.resolve().then(run)
}
