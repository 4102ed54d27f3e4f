import type { Component } from './components/component'
import { Field } from './components/field'
import { componentOf, componentsAt, idAt } from './nodes'

const DEFAULT_HOVER_MS = 70
const UNUSABLE = new Set(['wx-button', 'wx-switch', 'wx-checkbox', 'wx-radio', 'wx-picker'])

/**
 * Hears what the user does on a page's elements. Only what the browser vouches for counts; what a tap is
 * worth the host decides.
 *
 * @param tapped is told the innermost element's id
 */
export function listenForGestures(host: HTMLElement, tapped: (node: number, event: Event) => void): void {
  const tap = (event: Event) => {
    const node = idAt(event)
    const through = componentsAt(event)
    if (node === undefined || through.some(isDisabled)) return
    labelled(through)?.focus()
    tapped(node, event)
  }
  host.addEventListener('click', (event) => event.isTrusted && tap(event))
  host.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.repeat || !pressable(event)) return
    event.preventDefault()
    tap(event)
  })
  host.addEventListener('pointerdown', (event) => press(event))
}

function isDisabled(component: Component): boolean {
  return UNUSABLE.has(component.element.localName) && (component.flag('disabled') || component.flag('loading'))
}

/** Enter and the space bar press what is a button to the keyboard. */
function pressable(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0] as HTMLElement
  return (event.key === 'Enter' || event.key === ' ') && target.tabIndex === 0 && target.localName.startsWith('wx-')
}

/** The field of the label that was tapped, unless the tap was on a field itself. */
function labelled(through: Component[]): Field | undefined {
  const label = through.find((component) => component.element.localName === 'wx-label')
  if (!label || through.some((component) => component instanceof Field)) return undefined
  const root = label.element.getRootNode() as ShadowRoot
  const named = label.text('for') ? root.getElementById(label.text('for')) : null
  const field = componentOf(named ?? label.element.querySelector('wx-input, wx-textarea'))
  return field instanceof Field ? field : undefined
}

/** Shows `hover-class` while the pointer is down. */
function press(event: PointerEvent): void {
  const pressed = componentsAt(event).find((component) => component.classesOf('hover-class').length > 0)
  if (!pressed || isDisabled(pressed)) return
  const classes = pressed.classesOf('hover-class')
  const over = new AbortController()
  const release = () => {
    over.abort()
    setTimeout(
      () => pressed.element.classList.remove(...classes),
      Number(pressed.text('hover-stay-time')) || DEFAULT_HOVER_MS,
    )
  }
  pressed.element.classList.add(...classes)
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, release, { signal: over.signal })
}
