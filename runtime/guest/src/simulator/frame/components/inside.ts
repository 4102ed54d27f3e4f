const sheets = new Map<string, CSSStyleSheet>()

/** A constructed style sheet of one of our own texts, made once. */
export function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  return sheet
}

/** Puts a component's own parts where neither the program's styles nor its operations reach them. */
export function inside(element: HTMLElement, css: string, ...parts: Element[]): void {
  const root = element.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheetOf(css)]
  root.append(...parts)
}
