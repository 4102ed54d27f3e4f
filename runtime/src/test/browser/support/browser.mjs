import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const { chromium } = createRequire(new URL('../../../../guest/package.json', import.meta.url))('playwright-core')
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** How long a person may have to wait for anything on a machine that does other things too. */
export const PATIENCE_MS = 30_000

/** Where Chromium is, or undefined. CHROMIUM names one. */
export function findChromium() {
  const places = process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((place) => existsSync(place))
}

/** A headless browser with a profile of its own. */
export function launch() {
  return chromium.launch({ executablePath: findChromium(), args: ARGS.split(' ') })
}

/** Somebody's browser: cookies of its own. */
export async function person(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  return context
}
