import { loadavg } from 'node:os'

/** The value below which that share of the values lies. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** The load of the last minute, the higher the less the figures are worth. */
export const loadNow = () => loadavg()[0]

/** Samples of one figure of one peer, and why there are none when there are none. */
class Row {
  constructor(peer, figure, unit) {
    Object.assign(this, { peer, figure, unit, values: [], note: undefined, load: 0 })
  }

  add({ value, note }, load) {
    if (typeof value === 'number') this.values.push(value)
    this.note ??= note
    this.load = Math.max(this.load, load)
  }

  summary() {
    const { peer, figure, unit, values, note, load } = this
    const at = (share) => (values.length ? quantile(values, share) : null)
    return { peer, figure, unit, median: at(0.5), min: at(0), max: at(1), n: values.length, load, note }
  }
}

/** What was measured, by peer and figure, in the order in which it came first. */
export class Figures {
  #rows = new Map()

  /** @param sample `{figure, unit, value}`, or `{figure, unit, note}` for what cannot be measured */
  add(peer, sample, load) {
    const key = JSON.stringify([peer, sample.figure, sample.unit])
    if (!this.#rows.has(key)) this.#rows.set(key, new Row(peer, sample.figure, sample.unit))
    this.#rows.get(key).add(sample, load)
  }

  /** `{peer, figure, unit, median, min, max, n, load, note?}` of each; `median`, `min` and `max` null without samples. */
  rows() {
    return [...this.#rows.values()].map((row) => row.summary())
  }
}
