import type { Finger, FromFrame, InputPhase } from '../shared/messages'
import { listenForGestures } from './gestures'
import { componentsAt } from './nodes'
import { Pace } from './pace'
import { type TouchReport, Touches } from './touches'

const MOVEMENTS = ['transitionend', 'animationstart', 'animationiteration', 'animationend']

/** What the user does on one page, on its way to the host: in order, and not more often than the screen is drawn. */
export class Acts {
  private readonly pace = new Pace()

  constructor(
    private readonly page: number,
    private readonly send: (message: FromFrame) => void,
  ) {}

  /** Hears taps, touches, and the ends of movements on the page. */
  listen(host: HTMLElement): void {
    for (const type of MOVEMENTS) host.shadowRoot?.addEventListener(type, (event) => this.moved(event))
    const touches = new Touches(host, (report) => this.touched(report))
    listenForGestures(host, (node, event) => {
      if (!touches.wasHeld()) this.tapped(node, fingerOf(event, host.scrollTop))
    })
  }

  input(node: number, value: string, phase: InputPhase): void {
    this.now({ t: 'input', page: this.page, node, value, phase })
  }

  change(node: number, value: unknown, source: string): void {
    this.now({ t: 'change', page: this.page, node, value, source })
  }

  event(node: number, type: string, detail: Record<string, unknown>): void {
    this.pace.soon(`${type} ${node}`, () => this.send({ t: 'event', page: this.page, node, type, detail }))
  }

  private tapped(node: number, finger: Finger): void {
    this.now({ t: 'tap', page: this.page, node, touches: [finger], changedTouches: [finger] })
  }

  private touched({ type, node, through, touches, changedTouches }: TouchReport): void {
    if (!through.some((component) => component.listens(type))) return
    const send = () => this.send({ t: 'touch', page: this.page, node, type, touches, changedTouches })
    if (type === 'touchmove') return this.pace.soon(`move ${node}`, send)
    this.pace.flush()
    send()
  }

  // what moves inside a component is none of the program's movements
  private moved(event: Event): void {
    const [component] = componentsAt(event)
    if (!component || event.composedPath()[0] !== component.element) return
    if (!componentsAt(event).some((above) => above.listens(event.type))) return
    const { elapsedTime, animationName = '', propertyName = '' } = event as Partial<AnimationEvent & TransitionEvent>
    this.event(component.id, event.type, { elapsedTime, animationName, propertyName })
  }

  private now(message: FromFrame): void {
    this.pace.flush()
    this.send(message)
  }
}

/** Where a tap is: a key presses the middle of what it presses. */
function fingerOf(event: Event, scrollTop: number): Finger {
  const box = (event.composedPath()[0] as Element).getBoundingClientRect()
  const { clientX, clientY } =
    event instanceof MouseEvent ? event : { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }
  return { identifier: 0, clientX, clientY, pageX: clientX, pageY: clientY + scrollTop }
}
