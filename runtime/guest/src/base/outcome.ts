/** How something went that the guest library does by itself: `reason` is WeChat's text after `fail `. */
export type Outcome = { ok: true; value?: object } | { ok: false; reason: string }

export function fail(reason: string): Outcome {
  return { ok: false, reason }
}
