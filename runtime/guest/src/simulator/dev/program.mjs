// Runs a sample program's own code in this process, with the real guest library and without a host: for
// looking at the simulator's page while working on it. No sandbox: use it with the samples only.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import vm from 'node:vm'
import compiler from 'glass-easel-template-compiler'
import { transform } from 'sucrase'

/** Path and text of each file under a folder with one of these suffixes. */
function filesOf(root, suffixes, folder = root) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (['backend', 'scenarios', 'node_modules'].includes(name)) return []
    if (statSync(path).isDirectory()) return filesOf(root, suffixes, path)
    return suffixes.some((suffix) => name.endsWith(suffix))
      ? [[relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]]
      : []
  })
}

function templatesOf(root) {
  const group = new compiler.TmplGroup()
  for (const [path, text] of filesOf(root, ['.wxml'])) group.addTmpl(path.replace(/\.wxml$/, ''), text)
  for (const [path, text] of filesOf(root, ['.wxs'])) group.addScript(path.replace(/\.wxs$/, ''), text)
  return group.getTmplGenObjectGroups()
}

function jsonOf(root) {
  return Object.fromEntries(filesOf(root, ['.json']).map(([path, text]) => [path, JSON.parse(text)]))
}

/** A program that runs: `frame(kind, content)` drives it, `sent(kind, content)` hears of it. */
export class Program {
  timers = new Map()

  constructor(root, guestFile, sent) {
    this.code = new Map(filesOf(root, ['.js']))
    this.templates = templatesOf(root)
    this.realm = vm.createContext({})
    const start = vm.runInContext(readFileSync(guestFile, 'utf8'), this.realm)
    this.guest = start(
      (kind, json) => sent(kind, JSON.parse(json)),
      (timer, wait) =>
        this.timers.set(
          timer,
          setTimeout(() => this.turn(() => this.guest.fire(timer)), wait),
        ),
      (timer) => clearTimeout(this.timers.get(timer)),
      (path) => this.evaluate(path),
    )
    const json = jsonOf(root)
    const wxss = Object.fromEntries(filesOf(root, ['.wxss']))
    this.frame('LOAD', { appId: json['project.config.json']?.appid, files: [...this.code.keys()], json, wxss })
  }

  open(path, query) {
    this.frame('OPEN', { launch: { path, query, scene: 1011 }, storage: {}, device: {} })
  }

  frame(kind, content) {
    this.turn(() => this.guest.receive(kind, JSON.stringify(content)))
  }

  stop() {
    for (const timer of this.timers.values()) clearTimeout(timer)
  }

  turn(step) {
    step()
    setImmediate(() => this.guest.settle())
  }

  evaluate(path) {
    if (path === 'templates') return vm.runInContext(`(${this.templates})`, this.realm)
    const source = this.code.get(path)
    const module = /^(import|export)\b/m.test(source)
    const code = module ? transform(source, { transforms: ['imports'], disableESTransforms: true }).code : source
    return vm.runInContext(`(function(require,module,exports){${code}\n})`, this.realm, {
      filename: path,
    })
  }
}
