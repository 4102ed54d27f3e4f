import type { Faults } from '../base/faults'

export type Listener = (...args: unknown[]) => void

/** One end of the events between a page and the page it opened, as `wx.navigateTo` gives to both. */
export class EventChannel {
  readonly #listeners = new Map<string, Listener[]>()

  #other: EventChannel | undefined

  // hard-private: the program holds this object
  readonly #faults: Faults

  private constructor(faults: Faults) {
    this.#faults = faults
  }

  readonly on = (name: string, listener: Listener): void => {
    if (typeof listener === 'function') this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
  }

  readonly once = (name: string, listener: Listener): void => {
    const first: Listener = (...args) => {
      this.off(name, first)
      listener(...args)
    }
    this.on(name, first)
  }

  readonly off = (name: string, listener?: Listener): void => {
    const kept = listener ? (this.#listeners.get(name) ?? []).filter((known) => known !== listener) : []
    this.#listeners.set(name, kept)
  }

  /** Is heard at the other end. */
  readonly emit = (name: string, ...args: unknown[]): void => {
    const heard = this.#other ? this.#other.#listeners.get(name) : undefined
    for (const listener of heard ?? []) this.#faults.guard(() => listener(...args))
  }

  static pair(faults: Faults, listeners: Record<string, Listener>): [EventChannel, EventChannel] {
    const ends: [EventChannel, EventChannel] = [new EventChannel(faults), new EventChannel(faults)]
    ends[0].#other = ends[1]
    ends[1].#other = ends[0]
    for (const [name, listener] of Object.entries(listeners)) ends[0].on(name, listener)
    return ends
  }
}
