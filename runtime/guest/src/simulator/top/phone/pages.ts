import { INITIAL, type PageMessage, type PageWindow } from '../../shared/messages'

/** The pages that are open, lowest first, as the bars around them need to know. */
export class Pages {
  private readonly windows = new Map<number, PageWindow>()
  /** The page that shows; {@link INITIAL} as long as there is none. */
  visible = INITIAL

  take(message: PageMessage): void {
    if (message.op === 'open') this.windows.set(message.page, message.window ?? {})
    else if (message.op === 'show') this.show(message.page)
    else this.windows.delete(message.page)
  }

  /** Whether what stands for the first page until it shows is there. */
  initial(): boolean {
    return this.windows.has(INITIAL)
  }

  /** Forgets all pages; returns their numbers. */
  clear(): number[] {
    const gone = [...this.windows.keys()]
    this.windows.clear()
    this.visible = INITIAL
    return gone
  }

  window(): PageWindow {
    return this.windows.get(this.visible) ?? {}
  }

  /** Whether there is a page to go back to. */
  deep(): boolean {
    return this.windows.size > 1
  }

  private show(page: number): void {
    this.visible = page
    if (page !== INITIAL) this.windows.delete(INITIAL)
  }
}
