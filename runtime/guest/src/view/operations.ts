import type { Channel } from '../base/channel'
import { copy } from '../base/json'

export type Operation = readonly unknown[]

// a frame has a size limit on the other side
const MOST_IN_A_FRAME = 2_000

/** Collects what happens to each page's tree and sends it in batches. Also hands out node ids. */
export class Operations {
  private readonly waiting = new Map<number, Operation[]>()
  private channel: Channel | undefined
  private nodes = 0

  /** The channel flushes this object before some frames, so it comes after it. */
  sendTo(channel: Channel): void {
    this.channel = channel
  }

  nextNode(): number {
    return ++this.nodes
  }

  add(page: number, operation: Operation): void {
    const batch = this.waiting.get(page)
    if (batch) batch[batch.length] = operation
    else this.waiting.set(page, [operation])
  }

  /** Forgets what a page that closes would still have shown. */
  drop(page: number): void {
    this.waiting.delete(page)
  }

  flush(): void {
    for (const [page, ops] of this.waiting) {
      this.waiting.delete(page)
      for (let start = 0; start < ops.length; start += MOST_IN_A_FRAME) {
        this.channel?.send('OPS', { page, ops: ops.slice(start, start + MOST_IN_A_FRAME) })
      }
    }
  }
}

/** A value of the program as an operation can carry it: JSON, and null for what JSON cannot say. */
export function jsonOf(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || value === undefined) return null
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  try {
    return copy(value)
  } catch {
    return null
  }
}
