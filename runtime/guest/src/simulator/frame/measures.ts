import type { Box, FromFrame, MeasureMessage } from '../shared/messages'

/** A message to the host has a size. */
const LONGEST_STYLE = 100

/** Where nodes of a shown page are. */
export interface Measured {
  box(node: number, styles: readonly string[]): Box | null
}

/** Questions for places on the screen. A page that is not shown has none, so they wait until it is. */
export class Measures {
  private waiting: readonly MeasureMessage[] = []

  constructor(private readonly send: (message: FromFrame) => void) {}

  ask(message: MeasureMessage): void {
    this.waiting = [...this.waiting, message]
  }

  /** Answers what is asked of the page that shows now. */
  answer(shown: number, page: Measured): void {
    const due = this.waiting.filter((message) => message.page === shown)
    this.waiting = this.waiting.filter((message) => message.page !== shown)
    for (const { question, nodes } of due) {
      this.send({ t: 'measured', question, boxes: nodes.map(([node, ...styles]) => page.box(node, styles)) })
    }
  }

  forget(page: number): void {
    this.waiting = this.waiting.filter((message) => message.page !== page)
  }
}

/** Where an element is in the window, and how far its content is scrolled. */
export function boxOf(element: HTMLElement, styles: readonly string[]): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  const computed = styles.length > 0 ? getComputedStyle(element) : undefined
  const values = styles.map((name) => (computed?.getPropertyValue(dashed(name)) ?? '').slice(0, LONGEST_STYLE))
  return { left, top, width, height, scrollLeft, scrollTop, scrollWidth, scrollHeight, styles: values }
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
