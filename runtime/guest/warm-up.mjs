// Packs the program that a worker warms itself up with, as a worker loads it: it is ours, so it need not be
// compiled in a confined process.
import { createRequire } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler')

/** The content of the LOAD frame for the program in `folder`. */
export function packed(folder) {
  const program = { appId: 'warm-up', files: {}, json: {}, wxss: {} }
  const templates = new TmplGroup()
  const read = (path) => readFileSync(join(folder, path), 'utf8')
  for (const entry of readdirSync(folder, { recursive: true }).sort()) {
    const path = entry.replaceAll('\\', '/')
    if (path.endsWith('.js')) program.files[path] = read(path)
    if (path.endsWith('.json')) program.json[path] = JSON.parse(read(path))
    if (path.endsWith('.wxss')) program.wxss[path] = read(path)
    if (path.endsWith('.wxml')) templates.addTmpl(path.slice(0, -'.wxml'.length), read(path))
  }
  return JSON.stringify({ ...program, templates: templates.getTmplGenObjectGroups() })
}
