import type { Channel } from './channel'
import { inspect } from './inspect'
import type { Places } from './places'

const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const
const SILENT = [
  'group',
  'groupCollapsed',
  'groupEnd',
  'time',
  'timeLog',
  'timeEnd',
  'count',
  'countReset',
  'clear',
  'profile',
  'profileEnd',
]

export type Level = (typeof LEVELS)[number]

/** The program's console: every line goes to the host with the place that wrote it. */
export class Console {
  constructor(
    private readonly channel: Channel,
    private readonly places: Places,
  ) {}

  write(level: Level, args: unknown[], at = this.places.here()): void {
    this.channel.send('LOG', { level, text: args.map(inspect).join(' '), at })
  }

  /** The object that the program sees. */
  global(): object {
    const console: Record<string, (...args: unknown[]) => void> = {}
    for (const level of LEVELS) console[level] = (...args) => this.write(level, args)
    for (const name of SILENT) console[name] = () => {}
    console.trace = console.dir = console.table = console.log!
    console.assert = (condition, ...args) => {
      if (!condition) this.write('error', ['assertion failed', ...args])
    }
    return console
  }
}
