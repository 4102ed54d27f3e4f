import type { template } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Port } from '../base/port'

type Groups = template.ProcGenGroupList

/** The name under which the worker evaluates the compiled WXML. */
const CODE = 'templates'

/** The program's compiled WXML. */
export class Templates {
  private readonly groups: Groups

  constructor(port: Port) {
    this.groups = port.evaluate(CODE) as Groups
  }

  has(path: string): boolean {
    return Object.hasOwn(this.groups, path)
  }

  add(space: CodeSpace, path: string): void {
    const content = this.has(path) ? this.groups[path] : undefined
    if (!content) return
    // without the fallback, `bindtap=` on a built-in element would be an attribute
    space.addCompiledTemplate(path, { groupList: this.groups, content, fallbackListenerOnNativeNode: true })
  }
}
