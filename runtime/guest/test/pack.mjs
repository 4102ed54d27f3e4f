// node pack.mjs DIR: the JSON of a LOAD frame for the program in DIR. For tests of the worker alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { transform } from 'sucrase'
import compiler from 'glass-easel-template-compiler'

const [root] = process.argv.slice(2)
const load = { appId: 'wxtest', files: {}, json: {}, wxss: {}, templates: '' }
const templates = new compiler.TmplGroup()
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) add(relative(root, join(entry.parentPath ?? entry.path, entry.name)))
}
load.templates = templates.getTmplGenObjectGroups()
process.stdout.write(JSON.stringify(load))

function add(path) {
  const text = readFileSync(join(root, path), 'utf8')
  const [, name, kind] = path.match(/^(.*)\.(\w+)$/)
  if (kind === 'js') load.files[path] = /^(import|export) /m.test(text) ? transform(text, { transforms: ['imports'] }).code : text
  if (kind === 'json') load.json[path] = JSON.parse(text)
  if (kind === 'wxss') load.wxss[path] = text
  if (kind === 'wxs') templates.addScript(name, text)
  if (kind === 'wxml') templates.addTmpl(name, text)
}
