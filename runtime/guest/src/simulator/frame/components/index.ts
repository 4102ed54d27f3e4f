import { tagName } from '../tags'
import { CheckboxComponent, RadioComponent, SwitchComponent } from './choice'
import { Component, type PageServices } from './component'
import { InputComponent, TextareaComponent } from './field'
import { IconComponent } from './icon'
import { ImageComponent } from './image'
import { MovableComponent } from './movable'
import { OpenDataComponent } from './open-data'
import { PickerComponent } from './picker'
import { PickerViewColumnComponent, PickerViewComponent } from './picker-view'
import { ProgressComponent } from './progress'
import { RichTextComponent } from './rich-text'
import { ScrollViewComponent } from './scroll-view'
import { SliderComponent } from './slider'
import { StubComponent } from './stub'
import { SwiperComponent } from './swiper'

/** The components that do more than their style sheet says. */
const KINDS: Record<string, typeof Component> = {
  image: ImageComponent,
  'cover-image': ImageComponent,
  input: InputComponent,
  textarea: TextareaComponent,
  icon: IconComponent,
  switch: SwitchComponent,
  checkbox: CheckboxComponent,
  radio: RadioComponent,
  slider: SliderComponent,
  picker: PickerComponent,
  'picker-view': PickerViewComponent,
  'picker-view-column': PickerViewColumnComponent,
  'scroll-view': ScrollViewComponent,
  swiper: SwiperComponent,
  progress: ProgressComponent,
  'rich-text': RichTextComponent,
  'movable-view': MovableComponent,
  'open-data': OpenDataComponent,
}

/** What would need hardware, the network or somebody else's page. */
const STUBS = new Set(
  'video audio camera live-player live-pusher map ad ad-custom web-view xr-scene editor voip-room official-account'.split(
    ' ',
  ),
)

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
  return new (kindOf(tag))(id, element, page)
}

function kindOf(tag: string): typeof Component {
  if (STUBS.has(tag)) return StubComponent
  return Object.hasOwn(KINDS, tag) ? KINDS[tag]! : Component
}
