import type { Channel } from './channel'
import type { Origin, Places } from './places'
import { inspect } from './inspect'

const LONGEST_STACK = 8_000
const NO_LINE = ' was thrown or rejected: use an Error, which knows its line'

/** Tells the host about errors that nothing caught. */
export class Faults {
  private readonly origins = new WeakMap<object, Origin>()
  private listener: (message: string) => void = () => {}

  constructor(
    private readonly channel: Channel,
    private readonly places: Places,
  ) {}

  /** Who else wants to hear of errors: the program's own `onError`. */
  onReport(listener: (message: string) => void): void {
    this.listener = listener
  }

  /** @param place where to look when the error itself does not know its place */
  report(error: unknown, place = ''): void {
    this.send(error, place)
    this.listener(describe(error))
  }

  /** Reports to the host only. */
  send(error: unknown, place = ''): void {
    const hint = this.knowsPlace(error) ? '' : NO_LINE
    this.channel.send('FAULT', {
      message: describe(error) + hint,
      stack: stackOf(error),
      at: this.at(error) || place,
    })
  }

  /** Runs code of the program; what it throws is reported. */
  guard<T>(run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      this.report(error)
      return undefined
    }
  }

  /** Remembers which place of the program an error belongs to that does not know it. */
  from<T extends object>(failure: T, origin: Origin): T {
    this.origins.set(failure, origin)
    return failure
  }

  private at(error: unknown): string {
    const origin = isObject(error) ? this.origins.get(error) : undefined
    return (origin !== undefined && this.places.at(origin)) || this.places.of(error)
  }

  private knowsPlace(error: unknown): boolean {
    return error instanceof Error || (isObject(error) && this.origins.has(error))
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** One line that says what was thrown. */
export function describe(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`
  const message = (error as { errMsg?: unknown } | null)?.errMsg
  return typeof message === 'string' ? message : inspect(error)
}

function stackOf(error: unknown): string {
  const stack = error instanceof Error ? error.stack : ''
  return typeof stack === 'string' ? stack.slice(0, LONGEST_STACK) : ''
}
