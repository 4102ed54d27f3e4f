// Writes target/generated/names.ts: every name that WeChat's typings declare on `wx`, and how a call of it can fail.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = 'node_modules/miniprogram-api-typings/types/wx'
const read = (file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const api = read('lib.wx.api.d.ts')

/** The text between the braces of an interface. */
function body(source, name) {
  const start = source.search(new RegExp(`interface ${name} \\{`))
  if (start < 0) throw new Error(`the typings have no interface ${name}`)
  const open = source.indexOf('{', start)
  for (let depth = 0, end = open; end < source.length; end++) {
    if (source[end] === '{') depth++
    if (source[end] === '}' && --depth === 0) return source.slice(open + 1, end)
  }
  throw new Error(`interface ${name} does not end`)
}

/** [name, declaration] of each member, told from nested text by its indentation. */
function members(source, name) {
  const text = body(source, name)
  const indent = text.match(/\n( +)\w/)[1].length
  const found = [...text.matchAll(new RegExp(`^ {${indent}}(?:readonly )?([A-Za-z]\\w*)[<(:?]`, 'gm'))]
  return found.map((match, i) => [match[1], text.slice(match.index, found[i + 1]?.index).replace(/\s+/g, ' ')])
}

function kind(name, declaration) {
  if (/^(on|off)[A-Z]/.test(name)) return 'listener'
  const result = declaration.match(/^.*(?:\):|=>) (.+)$/)?.[1] ?? 'object'
  if (name.endsWith('Sync')) return 'sync'
  return /^(void|Promise|Promisify)|Task\b/.test(result) ? 'async' : 'sync'
}

const names = {}
for (const [name, declaration] of members(api, 'Wx')) names[name] ??= kind(name, declaration)
const groups = { cloud: [read('lib.wx.cloud.d.ts'), 'WxCloud'], router: [api, 'Router'], worklet: [api, 'Worklet'] }
for (const [group, [source, type]] of Object.entries(groups)) {
  delete names[group]
  for (const [name, declaration] of members(source, type)) names[`${group}.${name}`] ??= kind(name, declaration)
}
delete names.env
if (Object.keys(names).length < 500) throw new Error(`only ${Object.keys(names).length} names found in the typings`)
mkdirSync('target/generated', { recursive: true })
writeFileSync(
  'target/generated/names.ts',
  `/** Made by names.mjs from miniprogram-api-typings. */\nexport const names: Record<string, 'async' | 'sync' | 'listener'> = ${JSON.stringify(names, null, 2)}\n`,
)
