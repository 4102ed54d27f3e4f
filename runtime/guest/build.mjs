// Bundles what runs inside the worker. The jar holds the result, so published artefacts need no Node.
import { build } from 'esbuild'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { packed } from './warm-up.mjs'

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

copyFileSync('src/components.json', `${out}/components.json`)
writeFileSync(`${out}/warm-up.json`, packed('warm-up'))

const simulator = 'src/simulator'
const page = `${out}/simulator`
mkdirSync(page, { recursive: true })
await build({
  ...shared,
  entryPoints: { top: `${simulator}/top/main.ts`, frame: `${simulator}/frame/main.ts` },
  outdir: page,
  loader: { '.css': 'text' },
  minifySyntax: true,
})
await build({
  ...shared,
  entryPoints: { top: `${simulator}/top/top.css`, frame: `${simulator}/frame/frame.css` },
  outdir: page,
})
copyFileSync(`${simulator}/top/icon.svg`, `${page}/icon.svg`)
for (const name of ['top', 'frame']) copyFileSync(`${simulator}/${name}/${name}.html`, `${page}/${name}.html`)
