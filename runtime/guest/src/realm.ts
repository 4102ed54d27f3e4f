import { Channel } from './base/channel'
import { Console } from './base/console'
import { Faults } from './base/faults'
import { Places } from './base/places'
import type { Port } from './base/port'
import { Timers } from './base/timers'
import { Operations } from './view/operations'

/** What exists before any program is known. */
export interface Realm {
  port: Port
  operations: Operations
  channel: Channel
  places: Places
  faults: Faults
  console: Console
  timers: Timers
}

/** @param isProgramFile tells the program's files from the library's own */
export function makeRealm(port: Port, isProgramFile: (path: string) => boolean): Realm {
  const operations = new Operations()
  const channel = new Channel(port, () => operations.flush())
  operations.sendTo(channel)
  const places = new Places(isProgramFile)
  const faults = new Faults(channel, places)
  const console = new Console(channel, places)
  return { port, operations, channel, places, faults, console, timers: new Timers(port, faults) }
}
