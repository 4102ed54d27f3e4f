import { withoutPlaceholders } from '../paintings'
import { Component } from './component'

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
)
/** What WeChat lets through, less what goes anywhere. */
const ATTRIBUTES = new Set('width height colspan rowspan align dir span start type alt color size face'.split(' '))
const ENTITIES: Record<string, string> = { nbsp: '\u00a0', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const DEEPEST = 60

/** A node of the `nodes` array. */
interface RichNode {
  type?: unknown
  name?: unknown
  text?: unknown
  attrs?: unknown
  children?: unknown
}

/** WeChat's rich-text: a text with markup, of which only what is in a table is made; nothing is ever parsed into the page. */
export class RichTextComponent extends Component {
  protected override changed(name: string): void {
    if (name !== 'nodes') return
    const nodes = this.attributes.get('nodes')
    const made = Array.isArray(nodes) ? this.fromNodes(nodes, 0) : this.fromMarkup(nodes)
    this.element.replaceChildren(...made)
  }

  // a document of its own runs no script and loads nothing
  private fromMarkup(markup: unknown): Node[] {
    if (typeof markup !== 'string') return []
    const { body } = new DOMParser().parseFromString(markup, 'text/html')
    return this.copies(body, 0)
  }

  private copies(from: Node, depth: number): Node[] {
    return depth > DEEPEST ? [] : [...from.childNodes].flatMap((node) => this.copy(node, depth))
  }

  private copy(node: Node, depth: number): Node[] {
    if (node.nodeType === Node.TEXT_NODE) return [this.words(node.nodeValue ?? '')]
    if (!(node instanceof Element) || !TAGS.has(node.localName)) return []
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
    return [this.make(node.localName, attributes, this.copies(node, depth + 1))]
  }

  private fromNodes(nodes: readonly unknown[], depth: number): Node[] {
    if (depth > DEEPEST) return []
    return nodes.flatMap((node) => (node !== null && typeof node === 'object' ? this.fromNode(node, depth) : []))
  }

  private fromNode({ type, name, text, attrs, children }: RichNode, depth: number): Node[] {
    if (type === 'text') return [this.words(unescaped(String(text ?? '')))]
    const tag = String(name ?? '').toLowerCase()
    if (!TAGS.has(tag)) return []
    const inner = Array.isArray(children) ? this.fromNodes(children, depth + 1) : []
    return [this.make(tag, (attrs ?? {}) as Record<string, unknown>, inner)]
  }

  private words(text: string): Node {
    return document.createTextNode(withoutPlaceholders(text))
  }

  private make(tag: string, attributes: Record<string, unknown>, children: Node[]): Node {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) this.attribute(element, name.toLowerCase(), String(value))
    if (element instanceof HTMLImageElement) this.picture(element, String(attributes.src ?? ''))
    element.append(...children)
    return element
  }

  private attribute(element: HTMLElement, name: string, value: string): void {
    if (name === 'style') element.style.cssText = this.page.css(value)
    else if (name === 'class') element.className = this.scoped(value).join(' ')
    else if (ATTRIBUTES.has(name)) element.setAttribute(name, value)
  }

  private picture(image: HTMLImageElement, source: string): void {
    const show = () => {
      const url = this.page.image(source, show)
      if (url !== undefined) image.src = url
    }
    show()
  }
}

function unescaped(text: string): string {
  return text.replace(/&(nbsp|lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!)
}
