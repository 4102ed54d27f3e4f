import type { Reply } from '../base/channel'
import type { Faults } from '../base/faults'
import type { Timers } from '../base/timers'
import type { Answer, Table } from './convention'

type Listener = (place: object) => void

/** A square of a kilometre is left in minutes. */
const LOOK_MS = 30_000

/** The user's place while it is followed: told at once and then whenever it is another one. */
export class LocationUpdates {
  private readonly listeners = new Set<Listener>()
  private timer = 0
  private last = ''

  /** @param ask asks the host where the user is */
  constructor(
    private readonly ask: (options: object, answer: Answer) => void,
    private readonly timers: Timers,
    private readonly faults: Faults,
  ) {}

  apis(): Table {
    return {
      startLocationUpdate: { how: 'answered', run: (options, answer) => this.start(options, answer) },
      stopLocationUpdate: { how: 'local', run: () => (this.stop(), { ok: true }) },
      onLocationChange: { how: 'sync', run: (listener: Listener) => void this.listeners.add(listener) },
      offLocationChange: { how: 'sync', run: (listener?: Listener) => this.forget(listener) },
    }
  }

  private start(options: object, answer: Answer): void {
    this.stop()
    this.ask(options, (reply) => {
      answer(reply.ok ? { ok: true, value: { errMsg: reply.value.errMsg } } : reply)
      this.follow(reply)
    })
  }

  private follow({ ok, value }: Reply): void {
    if (!ok) return
    this.tell(value)
    this.timer = this.timers.setTimeout(() => this.ask({}, (reply) => this.follow(reply)), LOOK_MS)
  }

  private tell({ errMsg: _, code, ...place }: Reply['value']): void {
    const now = `${place.latitude} ${place.longitude}`
    if (now === this.last) return
    this.last = now
    for (const listener of this.listeners) this.faults.guard(() => listener({ ...place, code }))
  }

  private stop(): void {
    this.timers.clear(this.timer)
    this.last = ''
  }

  private forget(listener: Listener | undefined): void {
    if (listener) this.listeners.delete(listener)
    else this.listeners.clear()
  }
}
