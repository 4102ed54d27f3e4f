import type { Component } from './components/component'

/** A node of a page by its id: an element with its component, or a text or fragment without. */
export interface PageNode {
  /** One that shows a placeholder is replaced by a box when that is what its text becomes. */
  dom: Node
  readonly component?: Component
  style?: string
}

const ids = new WeakMap<EventTarget, number>()
const components = new WeakMap<EventTarget, Component>()

/** Lets {@link idAt} and {@link componentAt} find an element's node again. */
export function remember(element: Element, id: number, component?: Component): void {
  ids.set(element, id)
  if (component) components.set(element, component)
}

/** The id of the innermost element of a page that an event went through. */
export function idAt(event: Event): number | undefined {
  for (const target of event.composedPath()) if (ids.has(target)) return ids.get(target)
  return undefined
}

/** The components that an event went through, innermost first. */
export function componentsAt(event: Event): Component[] {
  return event.composedPath().flatMap((target) => components.get(target) ?? [])
}

/** The component of an element of a page. */
export function componentOf(element: Element | null | undefined): Component | undefined {
  return element ? components.get(element) : undefined
}
