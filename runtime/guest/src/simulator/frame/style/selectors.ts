import { tagName } from '../tags'

const NAME = /^(?:\\[0-9a-f]{1,6}\s?|\\[^\n]|[\w-]|[^\x00-\x7f])+/i
const VERBATIM_ARGUMENTS = /^::?(?:-[a-z]+-)?(?:nth-[a-z-]+|lang|dir|part|slotted)$/i
const IN_COMPOUND = /[^\s>+~,|()]/

/**
 * A selector of a program's style sheet as it is in the page: tags under their `wx-` names, classes under
 * the name of their style scope, tags without a class only where that scope holds.
 *
 * @param scope the style scope's number; one that is not positive means everywhere
 */
export function scopeSelector(selector: string, scope: number): string {
  return new Rewriter(selector, scope).run()
}

/** The name that a class of a style scope has in the page. */
export function scopedClass(name: string, scope: number): string {
  return scope > 0 ? `s${scope}--${name}` : name
}

class Rewriter {
  private at = 0
  private out = ''

  constructor(
    private readonly text: string,
    private readonly scope: number,
  ) {}

  run(): string {
    while (this.at < this.text.length) this.step()
    return this.out
  }

  private step(): void {
    const char = this.text[this.at]!
    if (char === '.') this.className()
    else if (char === '#') this.copy(1 + this.nameLength(1))
    else if (char === '[') this.copy(this.closing('[', ']') - this.at)
    else if (char === ':') this.pseudo()
    else if (char === '"' || char === "'") this.copy(this.stringLength(this.at))
    else if (this.nameLength(0) > 0) this.tag()
    else this.copy(1)
  }

  private className(): void {
    const name = this.text.slice(this.at + 1, this.at + 1 + this.nameLength(1))
    this.out += `.${scopedClass(name, this.scope)}`
    this.at += 1 + name.length
  }

  private tag(): void {
    const length = this.nameLength(0)
    const name = this.text.slice(this.at, this.at + length)
    this.at += length
    this.out += tagName(name) + (this.scope > 0 && name !== 'page' && !this.hasClass() ? this.where() : '')
  }

  // without weight, so that a tag stays weaker than a class
  private where(): string {
    return `:where([scopes~="${this.scope}"])`
  }

  /** Whether the rest of the compound names a class, which is scoped already. */
  private hasClass(): boolean {
    let end = this.at
    while (end < this.text.length && IN_COMPOUND.test(this.text[end]!)) end++
    return this.text
      .slice(this.at, end)
      .replace(/\[[^\]]*\]/g, '')
      .includes('.')
  }

  private pseudo(): void {
    const colons = this.text[this.at + 1] === ':' ? 2 : 1
    const name = this.text.slice(this.at, this.at + colons + this.nameLength(colons))
    this.at += name.length
    const open = this.text[this.at] === '('
    if (name === ':host' && !open) this.out += `:where([host="${this.scope}"])`
    else this.out += name
    if (open && VERBATIM_ARGUMENTS.test(name)) this.copy(this.closing('(', ')') - this.at)
  }

  private copy(length: number): void {
    this.out += this.text.slice(this.at, this.at + length)
    this.at += length
  }

  private nameLength(offset: number): number {
    return NAME.exec(this.text.slice(this.at + offset))?.[0].length ?? 0
  }

  /** The place behind the bracket that closes the one at the current place. */
  private closing(open: string, close: string): number {
    let depth = 0
    for (let i = this.at; i < this.text.length; i++) {
      const char = this.text[i]!
      if (char === '"' || char === "'") i += this.stringLength(i) - 1
      else if (char === open) depth++
      else if (char === close && --depth === 0) return i + 1
    }
    return this.text.length
  }

  private stringLength(from: number): number {
    const quote = this.text[from]
    for (let i = from + 1; i < this.text.length; i++) {
      if (this.text[i] === '\\') i++
      else if (this.text[i] === quote) return i + 1 - from
    }
    return this.text.length - from
  }
}
