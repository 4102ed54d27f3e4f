import type { Finger, Fingers } from '../shared/messages'
import type { Component } from './components/component'
import { following } from './following'
import { componentsAt, idAt } from './nodes'

const LONG_PRESS_MS = 350
const STILL_PX = 10
const MOUSE = 0
const TOUCH_EVENTS = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const

type Type = (typeof TOUCH_EVENTS)[number]

/** What fingers did, and where they began. */
export interface TouchReport extends Fingers {
  type: Type | 'longpress' | 'longtap'
  node: number
  through: Component[]
}

/** Hears fingers on a page, and takes the mouse for one. */
export class Touches {
  private timer = 0
  private held = false
  private start: Finger | undefined

  /** @param report is told of each event; of moves as often as the browser has them */
  constructor(
    private readonly host: HTMLElement,
    private readonly report: (report: TouchReport) => void,
  ) {
    for (const type of TOUCH_EVENTS) {
      host.addEventListener(type, (event) => event.isTrusted && this.touched(type, event), { passive: true })
    }
    host.addEventListener('pointerdown', (event) => event.isTrusted && this.pressed(event))
    host.addEventListener('contextmenu', (event) => this.held && event.preventDefault())
  }

  /** Whether the last touch was a long press that the program heard, and so is no tap. */
  wasHeld(): boolean {
    const held = this.held
    this.held = false
    return held
  }

  private touched(type: Type, event: TouchEvent): void {
    const fingers = (list: TouchList) => [...list].map((touch) => this.finger(touch.identifier, touch))
    this.tell(type, event, { touches: fingers(event.touches), changedTouches: fingers(event.changedTouches) })
  }

  private pressed(down: PointerEvent): void {
    if (down.pointerType !== 'mouse' || down.button !== 0) return
    const finger = (event: PointerEvent) => [this.finger(MOUSE, event)]
    // the mouse may leave the frame, and a finger goes on belonging to where it began
    if (componentsAt(down).some((component) => component.listens('touchmove')))
      (down.composedPath()[0] as Element).setPointerCapture(down.pointerId)
    const path = {
      composedPath: (
        (way) => () =>
          way
      )(down.composedPath()),
    } as Event
    this.tell('touchstart', path, { touches: finger(down), changedTouches: finger(down) })
    const move = (event: PointerEvent) =>
      this.tell('touchmove', path, { touches: finger(event), changedTouches: finger(event) })
    const end = (event: PointerEvent) => {
      const type = event.type === 'pointercancel' ? 'touchcancel' : 'touchend'
      this.tell(type, path, { touches: [], changedTouches: finger(event) })
    }
    following(move, end)
  }

  private finger(identifier: number, { clientX, clientY }: { clientX: number; clientY: number }): Finger {
    return { identifier, clientX, clientY, pageX: clientX, pageY: clientY + this.host.scrollTop }
  }

  private tell(type: Type, event: Event, fingers: Fingers): void {
    const node = idAt(event)
    if (node === undefined) return
    const report = { type, node, through: componentsAt(event), ...fingers }
    if (type === 'touchstart') this.wait(report)
    else if (type !== 'touchmove' || this.moved(fingers.changedTouches)) clearTimeout(this.timer)
    this.report(report)
  }

  private wait(report: TouchReport): void {
    clearTimeout(this.timer)
    this.held = false
    this.start = report.touches[0]
    if (report.touches.length === 1) this.timer = window.setTimeout(() => this.hold(report), LONG_PRESS_MS)
  }

  private moved([finger]: Finger[]): boolean {
    const { start } = this
    if (!start || !finger) return true
    return Math.hypot(finger.clientX - start.clientX, finger.clientY - start.clientY) > STILL_PX
  }

  // WeChat: who hears a long press hears no tap; a long tap comes beside it
  private hold(report: TouchReport): void {
    this.held = report.through.some((component) => component.listens('longpress'))
    for (const type of ['longpress', 'longtap'] as const) this.report({ ...report, type })
  }
}
