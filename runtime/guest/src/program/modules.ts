import type { Port } from '../base/port'
import { folder, normalize, resolve, upwards } from './paths'
import type { Program } from './program'

interface Module {
  id: string
  exports: unknown
}

type Loader = (this: unknown, require: Require, module: Module, exports: unknown) => void

export interface Require {
  (target: string, done?: (exports: unknown) => void, failed?: (error: object) => void): unknown
  async(target: string): Promise<unknown>
}

/** The program's files, each run once. */
export class Modules {
  private readonly loaded = new Map<string, Module>()

  constructor(
    private readonly port: Port,
    private readonly program: Program,
  ) {}

  /** The exports of a file. Throws what its code throws; it is then run again by the next load. */
  load(path: string): unknown {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const module: Module = { id: path, exports: {} }
    this.loaded.set(path, module)
    try {
      const loader = this.port.evaluate(path) as Loader
      loader.call(module.exports, this.requireFor(path), module, module.exports)
    } catch (error) {
      this.loaded.delete(path)
      throw error
    }
    return module.exports
  }

  private requireFor(from: string): Require {
    const require = (target: string, done?: (exports: unknown) => void, failed?: (error: object) => void): unknown => {
      if (!done) return this.load(this.find(from, target))
      void require.async(target).then(done, failed)
      return undefined
    }
    require.async = async (target: string): Promise<unknown> => {
      try {
        return this.load(this.find(from, target))
      } catch (error) {
        throw { mod: target, errMsg: (error as Error).message }
      }
    }
    return require
  }

  private find(from: string, target: string): string {
    const found = candidates(from, String(target)).flatMap(spellings).find(this.program.hasFile)
    if (found === undefined) {
      throw new Error(`module '${resolve(from, String(target))}.js' is not defined, require args is '${target}'`)
    }
    return found
  }
}

/** Where a target may be: beside the file, then in each `miniprogram_npm` upwards, then at the root. */
export function candidates(from: string, target: string): string[] {
  if (target.startsWith('.') || target.startsWith('/')) return [resolve(from, target)]
  const packages = upwards(folder(from)).map((above) => normalize(`${above}/miniprogram_npm/${target}`))
  return [resolve(from, target), ...packages, normalize(target)]
}

function spellings(path: string): string[] {
  return [path, `${path}.js`, `${path.replace(/\.ts$/, '')}.js`, `${path}/index.js`].filter((file) =>
    file.endsWith('.js'),
  )
}
