import { Component } from './component'
import { inside } from './inside'

const CSS = ':host { font-size: 0; } svg { width: 100%; height: 100%; }'
const CIRCLE = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z'
const SIGNS: Record<string, [color: string, path: string]> = {
  success: ['#07c160', `${CIRCLE}M10.8 16.2 6.6 12l1.4-1.4 2.8 2.8L16.4 7.8l1.4 1.4z`],
  success_no_circle: ['#07c160', 'M9.5 17.5 4 12l1.4-1.4 4.1 4.1L18.6 5.6 20 7z'],
  info: ['#10aeff', `${CIRCLE}M11 7h2v2h-2zM11 11h2v6h-2z`],
  warn: ['#fa5151', `${CIRCLE}M11 6.5h2v7h-2zM11 15.5h2v2h-2z`],
  waiting: ['#10aeff', `${CIRCLE}M11 6h2v6.2l3.6 3.6-1.4 1.4L11 13z`],
  cancel: [
    '#fa5151',
    `${CIRCLE}M8.5 7 12 10.6 15.5 7 17 8.5 13.4 12 17 15.5 15.5 17 12 13.4 8.5 17 7 15.5 10.6 12 7 8.5z`,
  ],
  clear: [
    '#b2b2b2',
    `${CIRCLE}M8.5 7 12 10.6 15.5 7 17 8.5 13.4 12 17 15.5 15.5 17 12 13.4 8.5 17 7 15.5 10.6 12 7 8.5z`,
  ],
  download: ['#07c160', `${CIRCLE}M11 6h2v7h3l-4 4.5L8 13h3z`],
  search: ['#b2b2b2', 'M10 3a7 7 0 1 0 4.4 12.4l5 5 1.4-1.4-5-5A7 7 0 0 0 10 3zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10z'],
}
const SVG = 'http://www.w3.org/2000/svg'
const SIZE = 23

/** WeChat's icon: one of a fixed set of signs. */
export class IconComponent extends Component {
  private readonly path = document.createElementNS(SVG, 'path')

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    const svg = document.createElementNS(SVG, 'svg')
    svg.setAttribute('viewBox', '0 0 24 24')
    this.path.setAttribute('fill-rule', 'evenodd')
    svg.append(this.path)
    inside(this.element, CSS, svg)
  }

  protected override changed(): void {
    const sign = Object.hasOwn(SIGNS, this.text('type')) ? SIGNS[this.text('type')]! : ['', '']
    this.path.setAttribute('d', sign[1]!)
    this.path.style.fill = this.text('color') || sign[0]!
    const size = parseFloat(this.text('size')) || SIZE
    this.element.style.width = this.element.style.height = `${size}px`
  }
}
