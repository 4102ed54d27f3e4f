// the host takes two hundred messages in a second, and a screen may draw more often than that
const SHORTEST_MS = 15

/** Lets the last of many messages of a kind through, for each frame that is drawn. */
export class Pace {
  private readonly waiting = new Map<string, () => void>()
  private asked = false
  private last = 0

  constructor(
    private readonly later: (run: () => void) => void = (run) => void requestAnimationFrame(run),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Runs `send` with the next frame, unless a later one of that kind comes before. */
  soon(kind: string, send: () => void): void {
    this.waiting.delete(kind)
    this.waiting.set(kind, send)
    this.ask()
  }

  /** Runs what waits: something comes that must stand behind it. */
  flush(): void {
    const sends = [...this.waiting.values()]
    this.waiting.clear()
    this.last = this.now()
    for (const send of sends) send()
  }

  private ask(): void {
    if (this.asked) return
    this.asked = true
    this.later(() => this.drawn())
  }

  private drawn(): void {
    this.asked = false
    if (this.waiting.size === 0) return
    if (this.now() - this.last < SHORTEST_MS) this.ask()
    else this.flush()
  }
}
