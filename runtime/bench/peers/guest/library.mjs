import { readFileSync } from 'node:fs'
import vm from 'node:vm'

const BUILT = new URL('../../../guest/target/classes/dev/cloakroom/guest/', import.meta.url)

/** A file of the guest library's build. */
export const built = (name) => readFileSync(new URL(name, BUILT), 'utf8')

const START = new vm.Script(built('guest.js'), { filename: 'cloakroom:guest.js' })

/** A context with the guest library in it, as a worker makes them: ahead of its user, then one user's own. */
export class GuestContext {
  #context = vm.createContext(vm.constants.DONT_CONTEXTIFY ?? {})
  #outside
  #guest

  constructor() {
    this.#guest = START.runInContext(this.#context)(
      (kind, json) => this.#outside?.send(kind, json),
      (timer, delay) => this.#outside?.schedule(timer, delay),
      (timer) => this.#outside?.cancel(timer),
      (path) => this.#outside.program.source(path).runInContext(this.#context),
    )
  }

  /** @param outside `send`, `schedule`, `cancel` and the `program` of its one user */
  begin(outside) {
    this.#outside = outside
    this.receive('LOAD', outside.program.content)
  }

  receive(kind, json) {
    this.#guest.receive(kind, json)
  }

  fire(timer) {
    this.#guest.fire(timer)
  }

  settle() {
    this.#guest.settle()
  }
}

/** A program's code, parsed once for all of its users; `json` is what a worker loads. */
export class Program {
  #scripts

  constructor(json) {
    const { appId, files, json: configurations, wxss, templates } = JSON.parse(json)
    this.content = JSON.stringify({ appId, files: Object.keys(files), json: configurations, wxss })
    this.#scripts = new Map(Object.entries(files).map(([path, code]) => [path, script(path, asFunction(code))]))
    this.#scripts.set('templates', script('cloakroom:templates.js', templates))
  }

  source(path) {
    return this.#scripts.get(path)
  }
}

const asFunction = (code) => `(function (require, module, exports) {${code}\n})`
const script = (filename, code) => new vm.Script(code, { filename })
