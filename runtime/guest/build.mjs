// Bundles what runs inside the worker. The jar holds the result, so published artefacts need no Node.
import { build } from 'esbuild'
import { copyFileSync, mkdirSync } from 'node:fs'

const out = 'target/classes/dev/cloakroom/guest'
mkdirSync(out, { recursive: true })

const shared = {
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
}
await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: `${out}/guest.js`,
  globalName: 'guest',
  define: { 'process.env.NODE_ENV': '"production"' },
  // the file evaluates to one function and leaves no global behind
  banner: { js: '(function () {' },
  footer: { js: 'return guest.start })()' },
})
await build({ ...shared, entryPoints: ['src/compile/modules.ts'], outfile: `${out}/modules.js`, globalName: 'modules' })
copyFileSync(
  'node_modules/glass-easel-template-compiler/glass_easel_template_compiler_bg.wasm',
  `${out}/template-compiler.wasm`,
)

const simulator = 'src/simulator'
await build({
  ...shared,
  entryPoints: { top: `${simulator}/top/main.ts`, frame: `${simulator}/frame/main.ts` },
  outdir: out,
  loader: { '.css': 'text' },
  minifySyntax: true,
})
await build({ ...shared, entryPoints: [`${simulator}/top/top.css`], outfile: `${out}/top.css` })
for (const file of ['top/top.html', 'frame/frame.html']) {
  copyFileSync(`${simulator}/${file}`, `${out}/${file.split('/')[1]}`)
}
