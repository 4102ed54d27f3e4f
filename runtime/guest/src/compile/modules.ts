import { transform } from 'sucrase'

/** Converted code, or where and why it could not be; line and column count from 1 and are 0 if unknown. */
export type Conversion = { code: string } | { line: number; column: number; message: string }

/** Converts one ES module or TypeScript file to CommonJS, line for line. */
export function convert(path: string, code: string): Conversion {
  try {
    return { code: commonJs(path, code) }
  } catch (error) {
    return failure(error)
  }
}

function commonJs(path: string, code: string): string {
  return transform(code, {
    transforms: path.endsWith('.ts') ? ['typescript', 'imports'] : ['imports'],
    disableESTransforms: true,
    filePath: path,
  }).code
}

function failure(error: unknown): Conversion {
  const { message, loc } = error as { message?: string; loc?: { line: number; column: number } }
  return { line: loc?.line ?? 0, column: loc?.column ?? 0, message: plain(String(message)) }
}

/** The library puts the path before its message and the position behind it. */
function plain(message: string): string {
  return message.replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, '')
}

/** Paths and texts of a COMPILE frame. */
export function sources(frame: string): [string, string][] {
  return Object.entries((JSON.parse(frame) as { files: Record<string, string> }).files)
}

/** The content of a COMPILED frame, filled in from outside. */
export class Answer {
  private readonly files = new Map<string, string>()
  private readonly problems: object[] = []
  private templates = ''

  file(path: string, code: string): void {
    this.files.set(path, code)
  }

  template(code: string): void {
    this.templates = code
  }

  problem(path: string, line: number, column: number, level: string, message: string): void {
    this.problems.push({ path, line, column, level, message })
  }

  json(): string {
    const files = Object.fromEntries(this.files)
    return JSON.stringify({ files, templates: this.templates, problems: this.problems })
  }
}
