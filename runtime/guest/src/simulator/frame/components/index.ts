import { tagName } from '../tags'
import { Component, type PageServices } from './component'
import { InputComponent, TextareaComponent } from './field'
import { IconComponent } from './icon'
import { ImageComponent } from './image'

/** The components that do more than their style sheet says. */
const KINDS: Record<string, typeof Component> = {
  image: ImageComponent,
  input: InputComponent,
  textarea: TextareaComponent,
  icon: IconComponent,
}

export function makeComponent(id: number, tag: string, page: PageServices): Component {
  const element = document.createElement(tagName(tag))
  if (tag === 'button') {
    element.setAttribute('role', 'button')
    element.tabIndex = 0
  }
  if (tag === 'navigator') {
    element.setAttribute('role', 'link')
    element.tabIndex = 0
  }
  const Kind = Object.hasOwn(KINDS, tag) ? KINDS[tag]! : Component
  return new Kind(id, element, page)
}
