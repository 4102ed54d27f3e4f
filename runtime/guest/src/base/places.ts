const FRAME = /^\s*at (?:.* \()?([^()]+?):(\d+)(?::[\d-]+)?\)?$/
const SYNTAX = /^(\S+?):(\d+):\d+ /

/** Finds lines of the program's own files in stack traces. */
export class Places {
  constructor(private readonly isProgramFile: (path: string) => boolean) {}

  /** `file:line` of the program code that is running, or `""`. */
  here(): string {
    return this.in(new Error().stack)
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
