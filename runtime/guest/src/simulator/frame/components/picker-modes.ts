/** What a picker offers and holds, by its mode. Rows count from 0. */
export interface Mode {
  /** The words of its columns when these rows are chosen. */
  columns(rows: readonly number[]): string[][]
  /** The rows that a value stands for. */
  rows(value: unknown): number[]
  /** The value that the host takes for chosen rows. */
  value(rows: readonly number[]): unknown
}

export interface Offer {
  range: unknown
  rangeKey: string
  start: string
  end: string
  fields: string
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const PARTS: Record<string, number> = { year: 1, month: 2, day: 3 }

/** The mode of that name; undefined for one that is not there. */
export function modeOf(name: string, offer: Offer): Mode | undefined {
  if (name === '' || name === 'selector') return selector(offer)
  if (name === 'multiSelector') return several(offer)
  if (name === 'time') return time(offer)
  if (name === 'date') return date(offer)
  return undefined
}

function selector({ range, rangeKey }: Offer): Mode {
  const words = list(range).map((item) => word(item, rangeKey))
  return { columns: () => [words], rows: (value) => [whole(value)], value: ([row = 0]) => row }
}

function several({ range, rangeKey }: Offer): Mode {
  const columns = list(range).map((column) => list(column).map((item) => word(item, rangeKey)))
  return {
    columns: () => columns,
    rows: (value) => columns.map((_, at) => whole(list(value)[at])),
    value: (rows) => [...rows],
  }
}

function time({ start, end }: Offer): Mode {
  return {
    columns: () => [numbers(0, 23), numbers(0, 59)],
    rows: (value) => (/^\d\d?:\d\d$/.test(String(value)) ? String(value).split(':').map(Number) : [0, 0]),
    value: ([hour = 0, minute = 0]) => bounded(`${two(hour)}:${two(minute)}`, start, end),
  }
}

function date({ start, end, fields }: Offer): Mode {
  const first = whole(start.slice(0, 4)) || FIRST_YEAR
  const last = Math.max(first, whole(end.slice(0, 4)) || LAST_YEAR)
  const parts = PARTS[fields] ?? 3
  const today = new Date().toISOString().slice(0, 10)
  return {
    columns: ([year = 0, month = 0]) =>
      [numbers(first, last), numbers(1, 12), numbers(1, new Date(first + year, month + 1, 0).getDate())].slice(
        0,
        parts,
      ),
    rows: (value) => {
      const [year = first, month = 1, day = 1] = (String(value || '') || today).split('-').map(whole)
      return [Math.min(last, Math.max(first, year)) - first, Math.max(1, month) - 1, Math.max(1, day) - 1].slice(
        0,
        parts,
      )
    },
    value: ([year = 0, month = 0, day = 0]) =>
      bounded([String(first + year), two(month + 1), two(day + 1)].slice(0, parts).join('-'), start, end),
  }
}

function bounded(value: string, start: string, end: string): string {
  if (start.length === value.length && value < start) return start
  return end.length === value.length && value > end ? end : value
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function word(item: unknown, key: string): string {
  const shown = key && item !== null && typeof item === 'object' ? (item as Record<string, unknown>)[key] : item
  return shown === undefined || shown === null ? '' : String(shown)
}

function whole(value: unknown): number {
  return Math.max(0, Math.trunc(Number(value)) || 0)
}

const two = (number: number) => String(number).padStart(2, '0')
const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => two(first + at))
