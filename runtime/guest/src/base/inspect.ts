import { stringify } from './json'

const DEEPEST = 4
const MOST_ENTRIES = 100
const LONGEST = 4_000

/** A value as text for a person: bounded in depth, breadth and length, and it never throws. */
export function inspect(value: unknown): string {
  try {
    const text = typeof value === 'string' ? value : show(value, 0, new Set())
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  } catch {
    return '[value that cannot be shown]'
  }
}

function show(value: unknown, depth: number, above: Set<object>): string {
  if (typeof value === 'string') return stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return `[function ${value.name || 'anonymous'}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (value instanceof Date) return value.toISOString()
  if (above.has(value)) return '[circular]'
  if (depth === DEEPEST) return Array.isArray(value) ? '[array]' : '[object]'
  return entries(value, depth, new Set(above).add(value))
}

function entries(value: object, depth: number, above: Set<object>): string {
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, MOST_ENTRIES)
      .map((item) => show(item, depth + 1, above))
      .join(',')}]`
  }
  const keys = Object.keys(value).slice(0, MOST_ENTRIES)
  return `{${keys.map((key) => `"${key}":${show((value as Record<string, unknown>)[key], depth + 1, above)}`).join(',')}}`
}
