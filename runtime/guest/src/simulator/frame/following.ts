/**
 * Follows a pointer that went down until it goes up. One that moves without its button was let go where this
 * document does not see it.
 */
export function following(move: (event: PointerEvent) => void, end: (event: PointerEvent) => void): void {
  const over = new AbortController()
  const finish = (event: PointerEvent) => {
    over.abort()
    end(event)
  }
  const moved = (event: PointerEvent) => (event.buttons === 0 ? finish(event) : move(event))
  addEventListener('pointermove', moved, { signal: over.signal })
  addEventListener('pointerup', finish, { signal: over.signal })
  addEventListener('pointercancel', finish, { signal: over.signal })
}
