import { resolve } from './paths'

const COMMENT = /\/\*[\s\S]*?\*\//g
const IMPORT = /@import\s+(?:url\(\s*)?(?:'([^']+)'|"([^"]+)")\s*\)?\s*;?/g

/** A style sheet with its imports in place; each file appears once. Units and scopes are the page's work. */
export function inlineImports(file: string, read: (file: string) => string | undefined): string {
  const seen = new Set<string>()
  const inline = (path: string): string => {
    if (seen.has(path)) return ''
    seen.add(path)
    const text = (read(path) ?? '').replace(COMMENT, '')
    return text.replace(IMPORT, (_, single: string, double: string) => inline(resolve(path, single ?? double)))
  }
  return inline(file)
}
