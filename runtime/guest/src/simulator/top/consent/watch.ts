import { Readiness } from './readiness'

interface Place {
  x: number
  y: number
  width: number
  height: number
}

interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean
}

const DISTURBANCES = ['blur', 'focus', 'resize', 'visibilitychange']

/** Watches a dialog for as long as it is shown and knows when an answer counts. */
export class Watch {
  private readonly readiness = new Readiness()
  private readonly over = new AbortController()
  private readonly observer: IntersectionObserver
  private uncovered = false
  private place: Place | undefined

  /** @param changed is told on each frame how far the wait has come, from 0 to 1 */
  constructor(
    private readonly dialog: HTMLElement,
    private readonly changed: (progress: number) => void,
  ) {
    const { signal } = this.over
    const disturb = () => this.readiness.disturb()
    for (const event of DISTURBANCES) addEventListener(event, disturb, { signal })
    this.observer = this.observe()
    requestAnimationFrame(() => this.look())
  }

  ready(): boolean {
    return this.settled() && this.readiness.ready(performance.now())
  }

  end(): void {
    this.over.abort()
    this.observer.disconnect()
  }

  // browsers that cannot tell whether something covers an element say only whether it is on the screen
  private observe(): IntersectionObserver {
    const seen = (entries: IntersectionObserverEntry[]) => {
      const last: VisibilityEntry | undefined = entries.at(-1)
      this.uncovered = last !== undefined && last.intersectionRatio > 0.99 && (last.isVisible ?? true)
    }
    const options = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 }
    const observer = new IntersectionObserver(seen, options)
    observer.observe(this.dialog)
    return observer
  }

  private look(): void {
    if (this.over.signal.aborted) return
    const now = performance.now()
    this.readiness.observe(this.settled(), now)
    this.changed(this.readiness.progress(now))
    requestAnimationFrame(() => this.look())
  }

  private settled(): boolean {
    return this.unmoved() && this.uncovered && document.visibilityState === 'visible' && document.hasFocus()
  }

  private unmoved(): boolean {
    const { x, y, width, height } = this.dialog.getBoundingClientRect()
    const before = this.place
    this.place = { x, y, width, height }
    return before?.x === x && before.y === y && before.width === width && before.height === height
  }
}
