import { Channel, type Reply } from './base/channel'
import { define, harden } from './base/globals'
import type { Port } from './base/port'
import { Program, type ProgramContent } from './program/program'
import { makeRealm, type Realm } from './realm'
import { type NavigateFrame, type OpenFrame, Session } from './session'
import type { EventFrame } from './view/events'
import { setUpGlassEasel } from './view/setup'

type Frame = Record<string, unknown>

/** What the worker drives: one realm, in which one program may be opened once. */
class Guest {
  private readonly realm: Realm
  private program: Program | undefined
  private session: Session | undefined

  constructor(port: Port) {
    this.realm = makeRealm(port, (path) => this.program?.hasFile(path) ?? false)
    harden((reason, promise) => this.rejected(reason, promise))
    setUpGlassEasel((error, place) => this.realm.faults.report(error, place))
    this.defineGlobals()
  }

  /** Takes one frame of the host: the `seq` to answer with DONE, or 0. Never throws. */
  readonly receive = (kind: string, json: string): number => {
    const frame = Channel.read(json)
    this.realm.faults.guard(() => this.handlers[kind]?.(frame))
    return typeof frame.seq === 'number' ? frame.seq : 0
  }

  readonly fire = (timer: number): void => this.realm.timers.fire(timer)

  /** Sends what the turn did to the pages. Called when the turn's promises have run. */
  readonly settle = (): void => this.realm.operations.flush()

  private readonly handlers: Record<string, (frame: Frame) => void> = {
    LOAD: (frame) => {
      this.program = new Program(frame as unknown as ProgramContent)
    },
    OPEN: (frame) => {
      if (this.program) this.session = new Session(this.realm, this.program, frame as unknown as OpenFrame)
    },
    EVENT: (frame) => this.session?.dispatch(frame as unknown as EventFrame),
    NAVIGATE: (frame) => this.session?.navigate(frame as unknown as NavigateFrame),
    REPLY: (frame) => this.realm.channel.reply(frame.id as number, frame as unknown as Reply),
    PING: () => {},
  }

  private rejected(reason: unknown, promise: Promise<unknown>): void {
    if (this.session) this.session.rejected(reason, promise)
    else this.realm.faults.report(reason)
  }

  private defineGlobals(): void {
    const { timers, console } = this.realm
    define('console', console.global())
    define('setTimeout', timers.setTimeout)
    define('setInterval', timers.setInterval)
    define('clearTimeout', timers.clear)
    define('clearInterval', timers.clear)
  }
}

/** Called once by the worker in a fresh realm, with the functions of {@link Port}. */
export function start(
  send: Port['send'],
  schedule: Port['schedule'],
  cancel: Port['cancel'],
  evaluate: Port['evaluate'],
): Guest {
  return new Guest({ send, schedule, cancel, evaluate })
}
