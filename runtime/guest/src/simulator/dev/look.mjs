// Walks the food order in a browser and leaves pictures: node src/simulator/dev/look.mjs FOLDER [light|dark]
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { FakeHost, ORIGIN } from './host.mjs'

const [folder = 'target/pictures', colorScheme = 'light'] = process.argv.slice(2)
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }
const PROGRAM = new URL('../../../../../sample-miniprograms/food-order', import.meta.url).pathname
const BUILT = new URL('../../../target/classes/dev/cloakroom/guest', import.meta.url).pathname
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

async function walk(browser, name, viewport) {
  const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: name === 'phone' ? 2 : 1 })
  page.on('console', (message) => console.log(`${name}: ${message.text()}`))
  page.on('pageerror', (error) => console.log(`${name}: ${error.stack}`))
  await new FakeHost(PROGRAM, BUILT).attach(page)
  await page.goto(ORIGIN)
  const frame = page.frameLocator('#page')
  const shown = frame.locator('[shown]')
  let count = 0
  const picture = async (what) => {
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${folder}/${name}-${++count}-${what}.png` })
  }
  await shown.locator('#dish-1 .s3--add').click()
  await shown.locator('#dish-3 .s3--add').click()
  await picture('menu')
  await shown.locator('#checkout').click()
  await shown.locator('#note').click()
  await page.keyboard.type('less spicy, please')
  await picture('order')
  await shown.locator('#use-phone').click()
  await page.locator('#consent[open]').waitFor()
  await picture('consent')
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').click()
  await shown.getByText('We will text you').waitFor()
  await picture('token')
  await shown.locator('#place-order').click()
  await shown.locator('#order-no').waitFor()
  await picture('done')
  if (name === 'phone') await page.locator('#inspector-open').click()
  for (const tab of ['ledger', 'decision', 'backend', 'sms']) {
    await page.locator(`#tab-${tab}`).click()
    await picture(tab)
  }
  await page.locator('#tab-token').click()
  await page.getByRole('button', { name: /^Revoke/ }).click()
  await picture('revoked')
  await page.close()
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ARGS.split(' '),
})
try {
  for (const [name, size] of Object.entries(SIZES)) await walk(browser, name, size)
} finally {
  await browser.close()
}
