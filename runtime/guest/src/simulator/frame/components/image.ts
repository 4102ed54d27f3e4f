import { Component } from './component'
import { isPlaceholder } from '../paintings'
import { inside } from './inside'

const CSS = `
:host { position: relative; }
img[hidden] { visibility: hidden; }
img { display: block; width: 100%; height: 100%; object-fit: fill; }
:host([mode="aspectFit"]) img { object-fit: contain; }
:host([mode="aspectFill"]) img { object-fit: cover; }
:host([mode="widthFix"]) img { height: auto; }
:host([mode="heightFix"]) img { width: auto; }
:host([painted]) img { position: absolute; inset: 0; height: 100%; width: 100%; object-fit: cover; }
`
const PICTURE = /^data:image\/(?:png|jpeg|webp);base64,/
/** What WeChat shows of everybody. */
export const NOBODY =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="%23d5d8dc"/><circle cx="24" cy="19" r="8" fill="%23fff"/><path d="M8 44c2-11 9-15 16-15s14 4 16 15z" fill="%23fff"/></svg>'
const POSITIONED = /^(?:(?:top|bottom|center)(?: (?:left|right))?|left|right)$/

/** WeChat's image: a box of its own size in which the picture lies as `mode` says. */
export class ImageComponent extends Component {
  private readonly picture = new Image()

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    inside(this.element, CSS, this.picture)
    this.picture.addEventListener('load', () => this.loaded())
    this.picture.addEventListener('error', () => this.tellOf('error', { errMsg: 'image load failed' }))
  }

  protected override changed(name: string): void {
    if (name === 'src') this.load()
    if (name === 'mode') this.place(this.text('mode'))
  }

  private load(): void {
    const url = this.url(this.text('src'))
    this.picture.alt = this.text('aria-label')
    this.picture.hidden = url === undefined
    if (url) this.picture.src = url
    else this.picture.removeAttribute('src')
  }

  // what the host paints tells nothing, its size neither
  private loaded(): void {
    const { naturalWidth: width, naturalHeight: height } = this.picture
    if (!isPlaceholder(this.text('src'))) this.tellOf('load', { width, height })
  }

  // a picture of any size stands in the box of the image, so that its size tells nothing
  private url(source: string): string | undefined {
    this.element.toggleAttribute('painted', isPlaceholder(source))
    if (!isPlaceholder(source)) return this.page.image(source, () => this.load())
    const painting = this.page.painting(source, () => this.load())
    return painting !== undefined && PICTURE.test(painting) ? painting : NOBODY
  }

  private place(mode: string): void {
    const positioned = POSITIONED.test(mode)
    this.picture.style.objectFit = positioned ? 'none' : ''
    this.picture.style.objectPosition = positioned ? mode : ''
  }
}
