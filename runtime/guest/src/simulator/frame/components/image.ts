import { Component } from './component'
import { inside } from './inside'

const CSS = `
:host { position: relative; }
img[hidden] { visibility: hidden; }
img { display: block; width: 100%; height: 100%; object-fit: fill; }
:host([mode="aspectFit"]) img { object-fit: contain; }
:host([mode="aspectFill"]) img { object-fit: cover; }
:host([mode="widthFix"]) img { height: auto; }
:host([mode="heightFix"]) img { width: auto; }
`
const POSITIONED = /^(?:(?:top|bottom|center)(?: (?:left|right))?|left|right)$/

/** WeChat's image: a box of its own size in which the picture lies as `mode` says. */
export class ImageComponent extends Component {
  private readonly picture = new Image()

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    inside(this.element, CSS, this.picture)
  }

  protected override changed(name: string): void {
    if (name === 'src') this.load()
    if (name === 'mode') this.place(this.text('mode'))
  }

  private load(): void {
    const url = this.page.image(this.text('src'), () => this.load())
    this.picture.alt = this.text('aria-label')
    this.picture.hidden = url === undefined
    if (url) this.picture.src = url
    else this.picture.removeAttribute('src')
  }

  private place(mode: string): void {
    const positioned = POSITIONED.test(mode)
    this.picture.style.objectFit = positioned ? 'none' : ''
    this.picture.style.objectPosition = positioned ? mode : ''
  }
}
