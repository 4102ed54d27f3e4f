import type { GeneralComponent } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/** Calls `ready` on components after they were attached and drawn: glass-easel leaves that to its user. */
export class ReadyQueue {
  private waiting: GeneralComponent[] = []

  /** Must be called before any component is registered. */
  watch(space: CodeSpace): void {
    const attached = (component: GeneralComponent) => this.add(component)
    const behavior = space
      .getComponentSpace()
      .define()
      .lifetime('attached', function (this: unknown) {
        attached((this as { _$: GeneralComponent })._$)
      })
    space.setOverallBehavior(behavior.registerBehavior())
  }

  /** Components were attached outside in; they become ready inside out. */
  flush(): void {
    const ready = this.waiting.reverse()
    this.waiting = []
    for (const component of ready) component.triggerLifetime('ready', [])
  }

  private add(component: GeneralComponent): void {
    if (this.waiting.length === 0) void Promise.resolve().then(() => this.flush())
    this.waiting.push(component)
  }
}
