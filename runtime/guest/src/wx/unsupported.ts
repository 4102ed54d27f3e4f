import type { Console } from '../base/console'
import { type Convention, NOT_SUPPORTED } from './convention'
import { names } from '../../target/generated/names'

/** What tells the developer how the program is used: nothing of it leaves, and no program depends on it. */
const USAGE = new Set(['reportAnalytics', 'reportEvent', 'reportMonitor', 'reportPerformance'])

type Method = (...args: never[]) => unknown

/** Gives `wx` every name of WeChat's that it does not have yet. */
export function addUnsupported(wx: Record<string, unknown>, convention: Convention, console: Console): void {
  for (const [name, kind] of Object.entries(names)) {
    const [group, member] = name.split('.') as [string, string?]
    const owner = member === undefined ? wx : ((wx[group] ??= {}) as Record<string, unknown>)
    owner[member ?? group] ??= unsupported(name, kind, convention, console)
  }
}

function unsupported(name: string, kind: (typeof names)[string], convention: Convention, console: Console): Method {
  const warn = () => console.write('warn', [`wx.${name} is not supported`])
  if (kind === 'listener') return warn
  if (USAGE.has(name)) {
    return convention.answered(
      (_options, answer) => convention.refuse(name, 'usage data is switched off', answer),
      false,
    )
  }
  if (kind === 'sync') {
    return () => {
      warn()
      throw new Error(`${name}:fail ${NOT_SUPPORTED}`)
    }
  }
  return convention.answered((_options, answer) => {
    warn()
    convention.refuse(name, NOT_SUPPORTED, answer)
  })
}
