const FRAME = /^\s*at (?:.* \()?([^()]+?):(\d+)(?::[\d-]+)?\)?$/
const SYNTAX = /^(\S+?):(\d+):\d+ /

/** Where the program was, or `file:line` where that is known: an error is made at once and read only if need be. */
export type Origin = string | Error

/** Finds lines of the program's own files in stack traces. */
export class Places {
  constructor(private readonly isProgramFile: (path: string) => boolean) {}

  /** `file:line` of the program code that is running, or `""`. */
  here(): string {
    return this.in(new Error().stack)
  }

  /** `file:line` of an origin, or `""`. */
  at(origin: Origin): string {
    return typeof origin === 'string' ? origin : this.of(origin)
  }

  /** `file:line` where an error was made, or `""` when it was not made in the program's files. */
  of(error: unknown): string {
    if (!(error instanceof Error)) return ''
    return this.ofSyntax(error) || this.in(error.stack)
  }

  // the engine names the place of a syntax error in its message only
  private ofSyntax(error: Error): string {
    const found = error instanceof SyntaxError ? SYNTAX.exec(error.message) : null
    return found && this.isProgramFile(found[1]!) ? `${found[1]}:${found[2]}` : ''
  }

  private in(stack: unknown): string {
    if (typeof stack !== 'string') return ''
    for (const line of stack.split('\n')) {
      const frame = FRAME.exec(line)
      if (frame && this.isProgramFile(frame[1]!)) return `${frame[1]}:${frame[2]}`
    }
    return ''
  }
}
