import type { PageMessage, PageWindow } from '../../shared/messages'

/** The pages that are open, lowest first, as the bars around them need to know. */
export class Pages {
  private readonly windows = new Map<number, PageWindow>()
  visible = 0

  take(message: PageMessage): void {
    if (message.op === 'open') this.windows.set(message.page, message.window ?? {})
    else if (message.op === 'show') this.visible = message.page
    else this.windows.delete(message.page)
  }

  /** Forgets all pages; returns their numbers. */
  clear(): number[] {
    const gone = [...this.windows.keys()]
    this.windows.clear()
    this.visible = 0
    return gone
  }

  window(): PageWindow {
    return this.windows.get(this.visible) ?? {}
  }

  /** Whether there is a page to go back to. */
  deep(): boolean {
    return this.windows.size > 1
  }
}
