// Runs the browser tests on a built tree: node runtime/src/test/browser/run.mjs
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from './support/browser.mjs'

const MISSING = `no Chromium found: the browser tests are not run.
Install one (Debian and Ubuntu: apt-get install chromium fonts-wqy-zenhei), or name one in CHROMIUM.`

if (!findChromium()) {
  console.error(MISSING)
  process.exit(process.env.CI ? 1 : 0)
}
const here = fileURLToPath(new URL('.', import.meta.url))
const tests = readdirSync(here).filter((name) => name.endsWith('.test.mjs'))
// one file at a time: each starts hosts and a browser
const { status } = spawnSync(process.execPath, ['--test', '--test-concurrency=1', ...tests], {
  cwd: here,
  stdio: 'inherit',
})
process.exit(status ?? 1)
