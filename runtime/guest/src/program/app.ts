import type { Faults } from '../base/faults'

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

type Hook = 'onLaunch' | 'onShow' | 'onHide' | 'onError' | 'onPageNotFound' | 'onUnhandledRejection'

/** What the program gave to `App`. */
export class App {
  /** One object from the start, so that modules may keep what `getApp()` gave them before `App` was called. */
  private readonly instance: Record<string, unknown> = {}

  constructor(private readonly faults: Faults) {
    faults.onReport((message) => this.onError(message))
  }

  readonly define = (definition: Record<string, unknown>): void => {
    Object.assign(this.instance, definition)
  }

  readonly get = (): object => this.instance

  call(hook: Hook, argument?: unknown): void {
    const method = this.instance[hook]
    if (typeof method === 'function') this.faults.guard(() => method.call(this.instance, argument))
  }

  /** A rejected promise that nothing caught: `onUnhandledRejection` is told, and the host. */
  rejected(reason: unknown, promise: Promise<unknown>): void {
    this.faults.report(reason)
    this.call('onUnhandledRejection', { reason, promise })
  }

  private onError(message: string): void {
    const method = this.instance.onError
    if (typeof method !== 'function') return
    try {
      method.call(this.instance, message)
    } catch (error) {
      // not `report`: it would call `onError` again
      this.faults.send(error)
    }
  }
}
