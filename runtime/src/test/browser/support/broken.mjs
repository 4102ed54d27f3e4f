import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const GUEST = new URL('../../../../guest/', import.meta.url)
const TOP = fileURLToPath(new URL('src/simulator/top/', GUEST))
const { build } = createRequire(new URL('package.json', GUEST))('esbuild')

/** What stands between an attack and an answer: a piece of the top document's source, and what takes it out. */
export const GUARDS = {
  settling: { file: 'consent/readiness.ts', guard: ' && now - this.since >= SETTLE_MS', without: '' },
  wholePress: { file: 'consent/dialog.ts', guard: ' && this.isWhole(event)', without: '' },
  vouching: { file: 'consent/dialog.ts', guard: 'event.isTrusted && this.isWhole', without: 'this.isWhole' },
  covering: { file: 'consent/watch.ts', guard: '(last.isVisible ?? true)', without: 'true' },
  kindsOfFrame: { file: 'phone/frame-link.ts', guard: ' && MESSAGES.has(data.t)', without: '' },
  freezing: { file: 'phone/phone.ts', guard: 'if (!this.frame.inert) this.send', without: 'this.send' },
  escaping: {
    file: 'consent/prompt.ts',
    guard: "make('q', { dir: 'auto' }, said)",
    without: "Object.assign(make('q'), { innerHTML: said })",
  },
  bounding: {
    file: 'consent/prompt.ts',
    guard: 'plainText(purpose, MOST_PURPOSE)',
    without: 'purpose',
  },
}

/** Lets a page get the top document's script without those guards; the rest of it is as it is built. */
export async function takeOut(page, guards) {
  if (guards.length === 0) return
  const { outputFiles } = await build({
    entryPoints: [`${TOP}main.ts`],
    bundle: true,
    format: 'iife',
    write: false,
    plugins: [without(guards)],
  })
  const [{ text: body }] = outputFiles
  await page.route('**/simulator/top.js', (route) => route.fulfill({ contentType: 'text/javascript', body }))
}

function without(guards) {
  return {
    name: 'without-guards',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        const missing = guards.filter(({ file }) => path === TOP + file)
        return { loader: 'ts', contents: missing.reduce(cut, source) }
      }),
  }
}

// a guard that is written otherwise by now must not be left standing unnoticed
function cut(source, { file, guard, without }) {
  const parts = source.split(guard)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${guard}`)
  return parts.join(without)
}

/** Lets a page get its documents as if neither policy nor sandbox held the frame. */
export async function takeOutTheFramesWalls(page) {
  // the browser takes what a test serves for a page of the public network, which may not reach loopback unasked
  await page.context().grantPermissions(['local-network-access'])
  await page.route(/\/(simulator\/frame)?$/, async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    const body = (await response.text()).replace(' sandbox="allow-scripts"', '')
    await route.fulfill({ response, headers, body })
  })
}
