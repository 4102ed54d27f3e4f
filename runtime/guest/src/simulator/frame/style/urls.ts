const URL_TOKEN = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"'()]*))\s*\)/gi
const ESCAPE = /\\[0-9a-f]{1,6}\s?/gi
const LOADING = /@import|(?:-webkit-)?image-set\(|image\(|src\(/gi

/** What stands for the resource at a path now; undefined while there is none. */
export type ResourceUrl = (path: string) => string | undefined

/**
 * A style text whose every `url()` names a resource that `resolve` knows, or nothing. What else could load
 * something is made invalid; the frame's content security policy is the wall behind it.
 */
export function routeUrls(text: string, resolve: ResourceUrl): string {
  return text
    .replace(ESCAPE, unescaped)
    .replace(LOADING, (found) => `--dropped-${found.replace('@', '')}`)
    .replace(URL_TOKEN, (_, double?: string, single?: string, bare?: string) => {
      const url = resolve(double ?? single ?? bare ?? '')
      return url === undefined ? 'none' : `url("${url}")`
    })
}

// an escaped letter could spell `url`; other escapes, such as those in icon fonts, stay
function unescaped(escape: string): string {
  const letter = String.fromCodePoint(Math.min(parseInt(escape.slice(1), 16) || 0xfffd, 0x10ffff))
  return /[a-z(@]/i.test(letter) ? '' : escape
}
