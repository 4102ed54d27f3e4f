import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of a file of a package; undefined when npm left the package out, as one for other machines. */
export function installed(name, file) {
  const path = fileURLToPath(new URL(`node_modules/${name}/${file}`, import.meta.url))
  return existsSync(path) ? path : undefined
}
