/** How long a dialog must have stood there before an answer counts, in milliseconds. */
export const SETTLE_MS = 500

/**
 * Whether a dialog has been visible, uncovered, unmoved and in a focused window for long enough that an
 * answer is the user's own. Times are in milliseconds of one monotonic clock.
 */
export class Readiness {
  private since: number | undefined

  /** What is seen now: whether all is as it must be. Anything else starts the wait again. */
  observe(settled: boolean, now: number): void {
    if (!settled) this.since = undefined
    else this.since ??= now
  }

  /** Something happened that may have put the dialog under the user's finger. */
  disturb(): void {
    this.since = undefined
  }

  ready(now: number): boolean {
    return this.since !== undefined && now - this.since >= SETTLE_MS
  }

  /** From 0 to 1, for showing it. */
  progress(now: number): number {
    return this.since === undefined ? 0 : Math.min(1, (now - this.since) / SETTLE_MS)
  }
}
