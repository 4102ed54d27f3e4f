import { following } from '../following'

const CLICK_PX = 6

/** How far a finger is from where it began, in pixels. */
export interface Moved {
  dx: number
  dy: number
  event: PointerEvent
}

/** What is done with a drag; `begin` says whether it is one for this element at all. */
export interface Drag {
  begin(moved: Moved): boolean
  move(moved: Moved): void
  end(moved: Moved): void
}

/** Follows a finger or the mouse on an element. What was a drag is no tap. */
export function dragging(element: HTMLElement, drag: Drag): void {
  element.addEventListener('pointerdown', (down) => {
    if (!down.isTrusted || down.button !== 0 || !down.isPrimary) return
    let state: 'still' | 'taken' | 'left' = 'still'
    const moved = (event: PointerEvent): Moved => ({
      dx: event.clientX - down.clientX,
      dy: event.clientY - down.clientY,
      event,
    })
    const move = (event: PointerEvent) => {
      const at = moved(event)
      if (state === 'still' && Math.hypot(at.dx, at.dy) > CLICK_PX) {
        state = drag.begin(at) ? 'taken' : 'left'
        // the mouse may leave the frame
        if (state === 'taken') element.setPointerCapture(down.pointerId)
      }
      if (state === 'taken') drag.move(at)
    }
    const end = (event: PointerEvent) => {
      if (state !== 'taken') return
      swallowClick(element)
      drag.end(moved(event))
    }
    following(move, end)
  })
}

// the browser sends the click of a drag right behind its end, if it sends one
function swallowClick(element: HTMLElement): void {
  const stop = (event: Event) => event.stopPropagation()
  element.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => element.removeEventListener('click', stop, { capture: true }), 0)
}
