import type { Box, OpsMessage, PageMessage } from '../shared/messages'
import baseCss from './base.css'
import { makeComponent } from './components/index'
import type { PageServices } from './components/component'
import { sheetOf } from './components/inside'
import { type Canvas, Operations } from './operations'
import { boxOf, type Measured } from './measures'
import { type PageNode, remember } from './nodes'
import { isPlaceholder, type Paintings, withoutPlaceholders } from './paintings'
import type { Resources } from './resources'
import { rpxToPx } from './style/rpx'
import { Sheet } from './style/sheet'
import { routeUrls } from './style/urls'

const TEXT = 3
/** Stands for the window that the page scrolls in; no node has this number. */
const WINDOW = 0

/** One page of the program: its tree and its style sheets, in a shadow root of its own. */
export class PageView implements Canvas, Measured {
  readonly host = document.createElement('div')
  readonly root = this.host.attachShadow({ mode: 'open' })
  private readonly operations = new Operations(this, (operation, error) =>
    console.warn('an operation failed', operation, error),
  )
  private readonly sheets = new Map<string, Sheet>()
  private readonly styled = new Set<PageNode>()
  private readonly path: string
  private waiting = false

  constructor(
    message: PageMessage,
    private readonly resources: Resources,
    private readonly paintings: Paintings,
    private readonly services: Omit<PageServices, 'image' | 'painting'>,
    private width: number,
  ) {
    this.path = message.path ?? ''
    this.host.toggleAttribute('fixed', message.window?.disableScroll === true)
    this.root.adoptedStyleSheets = [sheetOf(baseCss)]
  }

  apply(message: OpsMessage): void {
    this.operations.apply(message.ops)
  }

  box(node: number, styles: readonly string[]): Box | null {
    const element = node === WINDOW ? this.host : this.operations.element(node)
    return element?.isConnected ? boxOf(element, styles) : null
  }

  /** Draws everything that counts in rpx anew. */
  resize(width: number): void {
    if (width === this.width) return
    this.width = width
    this.restyle()
  }

  create(id: number, kind: string, text: string): PageNode {
    if (kind === 't') return { dom: this.textNode(text) }
    if (kind === 'f') return { dom: document.createDocumentFragment() }
    const component = makeComponent(id, kind === 'root' ? 'page' : text, {
      ...this.services,
      image: this.image,
      painting: (placeholder, arrived) => this.paintings.value(placeholder, arrived),
    })
    remember(component.element, id, component)
    if (kind === 'root') this.root.append(component.element)
    return { dom: component.element, component }
  }

  text(node: PageNode, text: string): void {
    if (node.dom.nodeType === TEXT && !isPlaceholder(text)) {
      node.dom.nodeValue = withoutPlaceholders(text)
      return
    }
    const { dom } = node
    node.dom = this.textNode(text)
    dom.parentNode?.replaceChild(node.dom, dom)
  }

  private textNode(text: string): Node {
    return isPlaceholder(text) ? this.paintings.element(text) : document.createTextNode(withoutPlaceholders(text))
  }

  style(node: PageNode, css: string): void {
    node.style = css
    this.styled.add(node)
    this.restyleNode(node)
  }

  sheet(path: string, scope: number, text: string): void {
    const key = `${scope} ${path}`
    if (this.sheets.has(key)) return
    const sheet = new Sheet(text, scope, this.background)
    sheet.render(this.width)
    this.sheets.set(key, sheet)
    this.root.adoptedStyleSheets.push(sheet.css)
  }

  private readonly image = (source: string, arrived: () => void): string | undefined =>
    this.resources.url(source, this.path, arrived)

  // many images of one sheet come in one go
  private readonly background = (source: string): string | undefined =>
    this.resources.url(source, this.path, () => {
      if (this.waiting) return
      this.waiting = true
      requestAnimationFrame(() => this.restyle())
    })

  private restyle(): void {
    this.waiting = false
    for (const sheet of this.sheets.values()) sheet.render(this.width)
    for (const node of this.styled) this.restyleNode(node)
  }

  private restyleNode(node: PageNode): void {
    const { component, style = '' } = node
    if (component) component.element.style.cssText = rpxToPx(routeUrls(style, this.background), this.width)
  }
}
