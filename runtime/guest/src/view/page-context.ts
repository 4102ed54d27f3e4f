import type { BackendMode, composedBackend, EventMutLevel } from 'glass-easel'
import { ViewNode, type Tree } from './nodes'
import type { Operations } from './operations'

// the constant enum has no value at run time
const BUBBLES = 0 as EventMutLevel

export interface Screen {
  windowWidth: number
  windowHeight: number
  pixelRatio: number
  theme: string
}

/** One page's tree, as glass-easel's composed backend. */
export class PageContext implements composedBackend.Context {
  // the constant enum has no value at run time
  readonly mode = 2 as BackendMode.Composed
  private readonly root: ViewNode
  private readonly tree: Tree
  private sheets = 0

  /** @param styles the text of a style sheet by its path */
  constructor(
    readonly page: number,
    private readonly operations: Operations,
    nodes: Map<number, ViewNode>,
    private readonly styles: (path: string) => string,
    private readonly screen: Screen,
  ) {
    this.tree = { page, operations, nodes }
    this.root = new ViewNode(this.tree, 'root', 'page')
  }

  /** Says that the page has something for an event of its own, such as its scrolling. */
  listen(event: string): void {
    this.root.setListenerStats(event, false, BUBBLES)
  }

  getRootNode(): ViewNode {
    return this.root
  }

  createElement(logicalName: string, stylingName: string): ViewNode {
    return new ViewNode(this.tree, 'e', stylingName || logicalName)
  }

  createTextNode(text: string): ViewNode {
    return new ViewNode(this.tree, 't', text)
  }

  createFragment(): ViewNode {
    return new ViewNode(this.tree, 'f', '')
  }

  appendStyleSheetPath(path: string, scope?: number): number {
    this.operations.add(this.page, ['css', path, scope ?? -1, this.styles(path)])
    return ++this.sheets
  }

  /** The host applies operations in order, so the program may take its change as rendered when this turn is over. */
  render(done: (error: Error | null) => void): void {
    void Promise.resolve(null).then(done)
  }

  getWindowWidth(): number {
    return this.screen.windowWidth
  }

  getWindowHeight(): number {
    return this.screen.windowHeight
  }

  getDevicePixelRatio(): number {
    return this.screen.pixelRatio
  }

  getTheme(): string {
    return this.screen.theme
  }

  // style sheets are looked up when a page asks for them, are never taken away, and events come through frames
  registerStyleSheetContent(): void {}
  disableStyleSheet(): void {}
  onEvent(): void {}
  destroy(): void {}
}
