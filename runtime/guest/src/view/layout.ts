import type { Element } from 'glass-easel'
import type { Channel } from '../base/channel'
import type { Console } from '../base/console'
import type { ViewNode } from './nodes'

/** Where an element is on the screen, in CSS pixels of the page's window, and how far its content is scrolled. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
  scrollLeft: number
  scrollTop: number
  scrollWidth: number
  scrollHeight: number
  /** Values of the style names that were asked for, in their order. */
  styles: string[]
}

/** The host's API for it; no name of WeChat's, so that no program has it. */
const API = 'nodeLayout'

/** Stands for the window that the page scrolls in; no node has this number. */
const WINDOW = 0

/** As many nodes and styles as the host takes in one call. */
const MOST_IN_A_CALL = 200

interface Question {
  node: number
  styles: readonly string[]
  answer(box: Box | null): void
}

/**
 * Asks the host where elements are. Only what paints the page knows: where nobody does, such as in a scenario, the
 * answer is null, because a made-up box would mislead the program.
 */
export class Layout {
  private waiting = new Map<number, Question[]>()
  private warned = false

  constructor(
    private readonly channel: Channel,
    private readonly console: Console,
  ) {}

  /** All that is asked in one turn goes to the host at once, after the changes that were made in it. */
  measure(element: Element, styles: readonly string[] = []): Promise<Box | null> {
    const node = element.getBackendElement() as ViewNode | null
    return node ? this.question(node.page, node.id, styles) : Promise.resolve(null)
  }

  /** How far the page is scrolled that this element is in. */
  measureWindow(element: Element): Promise<Box | null> {
    const node = element.getBackendElement() as ViewNode | null
    return node ? this.question(node.page, WINDOW, []) : Promise.resolve(null)
  }

  private question(page: number, node: number, styles: readonly string[]): Promise<Box | null> {
    return new Promise((answer) => this.add(page, { node, styles, answer }))
  }

  private add(page: number, question: Question): void {
    if (this.waiting.size === 0) void Promise.resolve().then(() => this.flush())
    const questions = this.waiting.get(page)
    if (questions) questions[questions.length] = question
    else this.waiting.set(page, [question])
  }

  private flush(): void {
    const { waiting } = this
    this.waiting = new Map()
    for (const [page, questions] of waiting) for (const part of parts(questions)) this.ask(page, part)
  }

  private ask(page: number, questions: readonly Question[]): void {
    const nodes = questions.map(({ node, styles }) => [node, ...styles])
    this.channel.call(API, { page, nodes }, ({ ok, value }) => {
      if (!ok) this.warn()
      const boxes = ok ? (value.boxes as (Box | null)[]) : []
      questions.forEach((question, i) => question.answer(boxes[i] ?? null))
    })
  }

  private warn(): void {
    if (this.warned) return
    this.warned = true
    this.console.write('warn', ['nobody paints this page, so that queries for sizes and places answer null'])
  }
}

function parts(questions: readonly Question[]): Question[][] {
  const all: Question[][] = [[]]
  let size = 0
  for (const question of questions) {
    const needs = 1 + question.styles.length
    if (size + needs > MOST_IN_A_CALL) {
      all.push([])
      size = 0
    }
    size += needs
    all.at(-1)!.push(question)
  }
  return all
}
