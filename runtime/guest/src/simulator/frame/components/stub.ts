import { Component } from './component'
import { inside } from './inside'

const CSS = `
:host { display: inline-block; position: relative; min-width: 40px; min-height: 40px; overflow: hidden; }
div {
  position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; padding: 4px;
  box-sizing: border-box; border: 1px dashed #b2b2b2; background: #f7f7f7; color: #666; font: 13px/1.4 sans-serif; text-align: center;
}
`

/** What stands for a component that this screen cannot show: a box that says so. */
export class StubComponent extends Component {
  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    const words = document.createElement('div')
    words.textContent = `${this.element.localName.replace('wx-', '')}: not shown here`
    inside(this.element, CSS, words, document.createElement('slot'))
  }
}
