import { quantile } from './figures.mjs'

/** Calls that are measured; as many come before them, unmeasured. */
export const CALLS = 10_000

/**
 * The guest's part, as text that every peer evaluates to a function: so many calls, each of `inFlight` lanes beginning
 * one when its last is answered. `call` takes a text of JSON to the host and promises the host's.
 */
export const CALLER = `async (call, count, inFlight) => {
  let left = count
  const lane = async (number) => {
    while (left-- > 0) JSON.parse(await call(JSON.stringify({ api: 'getSetting', args: { lane: number }, at: 'app.js:1' })))
  }
  await Promise.all(Array.from({ length: inFlight }, (_, number) => lane(number)))
}`

/** The host's part: the shape of a reply, and no work behind it. */
export const ANSWER = `(text) => JSON.stringify({ ok: true, value: { errMsg: JSON.parse(text).api + ':ok' } })`

const answer = (0, eval)(ANSWER)

/** Notes when each call came to the host. */
export class Calls {
  #last = new Map()
  #periods = []
  #first = 0
  #latest = 0

  /** @param lane by which the guest tells its calls in flight apart */
  came({ lane }) {
    this.#latest = performance.now()
    this.#first ||= this.#latest
    if (this.#last.has(lane)) this.#periods.push((this.#latest - this.#last.get(lane)) * 1e3)
    this.#last.set(lane, this.#latest)
  }

  /** Calls a second, and the time from one call of a lane to its next, which is what a call takes. */
  samples(inFlight) {
    const rate = ((CALLS - 1) / (this.#latest - this.#first)) * 1e3
    return [
      rateOf(inFlight, rate),
      { figure: `host call p50, ${inFlight} in flight`, unit: 'µs', value: quantile(this.#periods, 0.5) },
      { figure: `host call p99, ${inFlight} in flight`, unit: 'µs', value: quantile(this.#periods, 0.99) },
    ]
  }
}

export const rateOf = (inFlight, value) => ({ figure: `host calls, ${inFlight} in flight`, unit: 'per second', value })

/**
 * Measures a guest that calls this process.
 *
 * @param begin given how the host answers a text, makes the guest: `(count, inFlight) => Promise<void>`
 */
export async function measureCalls(begin, inFlight) {
  let calls = new Calls()
  const run = await begin((text) => {
    calls.came(JSON.parse(text).args)
    return answer(text)
  })
  await run(CALLS, inFlight)
  calls = new Calls()
  await run(CALLS, inFlight)
  return calls.samples(inFlight)
}
