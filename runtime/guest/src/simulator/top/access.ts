const FORBIDDEN = 403

/** What a page must know before it connects again by itself. */
export interface Access {
  /** Resolves when the user looks at this page: an old tab must not take the phone from a new one behind it. */
  looked(): Promise<void>
  /** Whether the host is there and lets this browser in no more: it is another one than before. */
  refused(): Promise<boolean>
}

export const access: Access = {
  looked() {
    if (document.visibilityState === 'visible') return Promise.resolve()
    return new Promise((resolve) => document.addEventListener('visibilitychange', () => resolve(), { once: true }))
  },

  // a socket that is not let in fails without saying why
  async refused() {
    try {
      return (await fetch('/simulator/top.css')).status === FORBIDDEN
    } catch {
      return false
    }
  },
}
