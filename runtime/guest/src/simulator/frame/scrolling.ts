import type { PageWindow } from '../shared/messages'
import type { Acts } from './acts'
import type { Component } from './components/component'

const BOTTOM_DISTANCE_PX = 50

/** Scrolling of the page itself, as `onPageScroll` and `onReachBottom` have it. */
export class PageScrolling {
  private page: Component | undefined
  private near = false
  private height = 0

  constructor(
    private readonly host: HTMLElement,
    private readonly window: PageWindow,
    private readonly acts: Acts,
  ) {
    host.addEventListener('scroll', (event) => event.target === host && this.scrolled(), { passive: true })
  }

  /** @param page its root, which listens to what the page's hooks are for */
  follow(page: Component): void {
    this.page = page
  }

  private scrolled(): void {
    this.tell('pageScroll', { scrollTop: this.host.scrollTop })
    const { scrollHeight, clientHeight, scrollTop } = this.host
    const near = scrollHeight - clientHeight - scrollTop <= this.distance()
    // what grew below is a new bottom
    if (near && (!this.near || scrollHeight > this.height)) this.tell('reachBottom', {})
    this.near = near
    this.height = scrollHeight
  }

  private distance(): number {
    const distance = Number(this.window.onReachBottomDistance)
    return Number.isFinite(distance) ? distance : BOTTOM_DISTANCE_PX
  }

  private tell(type: string, detail: Record<string, unknown>): void {
    if (this.page?.listens(type)) this.acts.event(this.page.id, type, detail)
  }
}
