import { transform } from 'sucrase'

/** Converts one ES module or TypeScript file to CommonJS, line for line. Throws a SyntaxError-like error with `loc`. */
export function convert(path: string, code: string): string {
  const typescript = path.endsWith('.ts')
  return transform(code, {
    transforms: typescript ? ['typescript', 'imports'] : ['imports'],
    disableESTransforms: true,
    filePath: path,
  }).code
}
