import type { Faults } from './faults'
import type { Port } from './port'

interface Timer {
  run: () => void
  /** Milliseconds between runs of an interval, 0 for a timeout. */
  every: number
}

type Callback = (...args: unknown[]) => void

// browsers and WeChat alike do not run an interval more often
const SHORTEST_INTERVAL = 4
const LONGEST_DELAY = 0x7fffffff

/** setTimeout and its kin. The worker keeps the clock; callbacks and their arguments stay here. */
export class Timers {
  private readonly timers = new Map<number, Timer>()
  private count = 0

  constructor(
    private readonly port: Port,
    private readonly faults: Faults,
  ) {}

  readonly setTimeout = (callback: Callback, delay?: number, ...args: unknown[]): number =>
    this.add(callback, args, milliseconds(delay), 0)

  readonly setInterval = (callback: Callback, delay?: number, ...args: unknown[]): number => {
    const every = Math.max(SHORTEST_INTERVAL, milliseconds(delay))
    return this.add(callback, args, every, every)
  }

  readonly clear = (id: number): void => {
    if (this.timers.delete(id)) this.port.cancel(id)
  }

  /** Runs a timer that is due. */
  fire(id: number): void {
    const timer = this.timers.get(id)
    if (!timer) return
    if (timer.every === 0) this.timers.delete(id)
    else this.port.schedule(id, timer.every)
    this.faults.guard(timer.run)
  }

  private add(callback: Callback, args: unknown[], delay: number, every: number): number {
    if (typeof callback !== 'function') throw new TypeError('a timer needs a function')
    const id = ++this.count
    this.timers.set(id, { run: () => callback(...args), every })
    this.port.schedule(id, delay)
    return id
  }
}

function milliseconds(delay: unknown): number {
  const number = Math.trunc(Number(delay))
  return number > 0 ? Math.min(number, LONGEST_DELAY) : 0
}
