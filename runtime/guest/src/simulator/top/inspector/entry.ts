import { make } from '../dom'

/** The time of day of an ISO 8601 time, with its date for whoever points at it. */
export function timeOf(iso: string): HTMLElement {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return make('time', {}, '')
  const text = time.toLocaleTimeString('en-GB', { hour12: false })
  return make('time', { datetime: iso, title: iso }, text)
}

/** A line of a panel: when, what, and what belongs to it. */
export function entry(at: string, head: (Node | string)[], ...body: Node[]): HTMLElement {
  return make('li', {}, make('div', { class: 'head' }, ...head, timeOf(at)), ...body)
}

export function badge(text: string, look = ''): HTMLElement {
  return make('span', { class: `tag ${look}` }, text)
}

export function code(text: string): HTMLElement {
  return make('code', {}, text)
}

/** Text that may be long, as it is; JSON is indented. */
export function block(text: string): HTMLElement {
  return make('pre', { tabindex: '0' }, indented(text))
}

/** JSON behind a line that opens it. */
export function expandable(label: string, value: unknown): HTMLElement {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return make('details', {}, make('summary', {}, label), block(text))
}

/** Terms and what they are; absent ones are left out. */
export function table(rows: Record<string, string | undefined>): HTMLElement {
  const parts = Object.entries(rows).flatMap(([term, text]) =>
    text ? [make('dt', {}, term), make('dd', {}, text)] : [],
  )
  return make('dl', {}, ...parts)
}

function indented(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? JSON.stringify(value, null, 2) : text
  } catch {
    return text
  }
}
