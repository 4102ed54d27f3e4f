import { type FromFrame, INITIAL, type PageMessage, type ToFrame } from '../shared/messages'
import { componentsAt } from './nodes'
import { listenForGestures } from './gestures'
import { PageView } from './page'
import { Measures } from './measures'
import { Paintings } from './paintings'
import { Resources } from './resources'

// a hidden tab gets no animation frames, and the page must be up to date when it is shown
const LONGEST_WAIT_MS = 250

/** The pages of the program, driven by the top document. */
export class Frame {
  private readonly pages = new Map<number, PageView>()
  private readonly resources = new Resources((path) => this.send({ t: 'need', path }))
  private readonly paintings = new Paintings((placeholder) => this.send({ t: 'paint', placeholder }))
  private readonly measures = new Measures((message) => this.send(message))
  private shown = INITIAL
  private queue: ToFrame[] = []
  private timer = 0
  private animation = 0
  private width = innerWidth
  private painted = 0

  constructor(
    private readonly body: HTMLElement,
    private readonly send: (message: FromFrame) => void,
  ) {}

  /** Takes a message; what it changes is seen in the next animation frame. */
  receive(message: ToFrame): void {
    this.queue.push(message)
    if (this.timer) return
    this.animation = requestAnimationFrame(() => this.draw())
    this.timer = window.setTimeout(() => this.draw(), LONGEST_WAIT_MS)
  }

  private draw(): void {
    cancelAnimationFrame(this.animation)
    clearTimeout(this.timer)
    this.timer = 0
    const messages = this.queue
    this.queue = []
    for (const message of messages) this.handle(message)
    this.measure()
    this.reportPaint(messages)
  }

  // a task that an animation frame leaves behind runs after that frame is painted
  private reportPaint(messages: ToFrame[]): void {
    const drawn = messages.filter((message) => message.t === 'ops')
    const last = drawn.at(-1)
    if (!last) return
    this.painted += drawn.length
    const report: FromFrame = { t: 'painted', page: last.page, sequence: this.painted }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => this.send(report)
    port2.postMessage(null)
  }

  private handle(message: ToFrame): void {
    if (message.t === 'page') this.page(message)
    else if (message.t === 'ops') this.pages.get(message.page)?.apply(message)
    else if (message.t === 'resource') this.resources.deliver(message.path, message.blob)
    else if (message.t === 'painting') this.paintings.deliver(message.placeholder, message.value)
    else if (message.t === 'measure') this.measures.ask(message)
    else if (message.t === 'size') this.resize(message.width)
  }

  private measure(): void {
    const view = this.pages.get(this.shown)
    if (view) this.measures.answer(this.shown, view)
  }

  private page(message: PageMessage): void {
    const view = this.pages.get(message.page)
    if (message.op === 'open' && !view) this.open(message)
    else if (message.op === 'show') this.show(message.page)
    else if (message.op === 'close') this.close(message.page)
  }

  private open(message: PageMessage): void {
    const { page } = message
    const input = (node: number, value: string, phase: 'focus' | 'input' | 'blur' | 'confirm') =>
      this.send({ t: 'input', page, node, value, phase })
    const view = new PageView(message, this.resources, this.paintings, { input }, this.width)
    view.host.inert = page === INITIAL
    listenForGestures(view.host, (node) => this.send({ t: 'tap', page, node }))
    // a scroll does not leave the shadow root
    view.root.addEventListener('scroll', (event) => this.scrolled(page, event), { capture: true, passive: true })
    this.pages.set(page, view)
    this.body.append(view.host)
  }

  private show(page: number): void {
    if (page === INITIAL) return this.pages.get(page)?.host.setAttribute('initial', '')
    this.shown = page
    for (const [id, view] of this.pages) view.host.toggleAttribute('shown', id === page)
    this.close(INITIAL)
  }

  private close(page: number): void {
    this.measures.forget(page)
    this.pages.get(page)?.host.remove()
    this.pages.delete(page)
    // a program that starts anew may come with other files
    if (this.pages.size > 0) return
    this.resources.forget()
    this.paintings.forget()
  }

  private resize(width: number): void {
    this.width = width
    for (const view of this.pages.values()) view.resize(width)
  }

  private scrolled(page: number, event: Event): void {
    const [component] = componentsAt(event)
    if (!component?.listens('scroll')) return
    const { scrollLeft: left, scrollTop: top } = component.element
    this.send({ t: 'scroll', page, node: component.id, left, top })
  }
}
