import type { Panel } from './panel'

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Lets one panel be seen at a time, by pointer or arrow keys. */
export class Tabs {
  constructor(
    private readonly panels: readonly Panel[],
    list: HTMLElement,
    body: HTMLElement,
    private readonly selected: () => void,
  ) {
    list.append(...panels.map((panel) => panel.tab))
    body.append(...panels.map((panel) => panel.element))
    for (const panel of panels) panel.tab.addEventListener('click', () => this.select(panel))
    list.addEventListener('keydown', (event) => this.step(event))
    this.select(panels[0]!)
  }

  private select(chosen: Panel): void {
    for (const panel of this.panels) panel.select(panel === chosen)
    this.selected()
  }

  private step(event: KeyboardEvent): void {
    const at = this.panels.findIndex((panel) => panel.tab === document.activeElement)
    const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : undefined
    if (at < 0 || !step) return
    event.preventDefault()
    const next = this.panels[step(at, this.panels.length)]!
    this.select(next)
    next.tab.focus()
  }
}
