// The user's control, in a real browser: what the dialog says and offers, what the sheet shows and changes, and that
// the page shows a name which the program has never seen.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, person } from './support/browser.mjs'
import { Simulator } from './support/simulator.mjs'

const PICTURES = fileURLToPath(new URL('../../../target/screenshots/', import.meta.url))
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }
/** The prompts of the program's round, without the picture's. */
const PROMPTS = 17
const NICKNAME = 'MoonlitOtter'

let browser

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launch()
})
after(() => browser?.close())

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`privacy_onA${name}_isTheUsersToSeeAndToChange`, async () => {
    const simulator = await Simulator.start('runtime/src/test/programs/kitchen-sink')
    try {
      await walk(name, viewport, simulator)
    } finally {
      await simulator.stop()
    }
  })
}

async function walk(name, viewport, simulator) {
  const context = await person(browser, { viewport, colorScheme: 'light' })
  const page = await context.newPage()
  const picture = (what) => page.screenshot({ path: `${PICTURES}privacy-${name}-${what}.png`, animations: 'disabled' })
  await page.goto(simulator.address)
  const shown = page.frameLocator('#page').locator('[shown]')

  // the first thing that the program asks for is the sheet: it waits until the user leaves it
  await shown.locator('#all').click()
  await page.locator('#privacy[open] .close').click()
  await allow(page, picture)
  await shown.locator('#status').getByText('done:').waitFor()
  await paintsTheName(shown)
  await picture('painted')

  await page.locator('#privacy-open').click()
  await sheetShowsEverything(page, picture)
  await switchesOff(page)
  await page.locator('#privacy .close').click()

  await settingsTellTheProgram(page, shown)
  await context.close()
}

async function allow(page, picture) {
  for (let prompt = 0; prompt < PROMPTS; prompt++) {
    const dialog = page.locator('#consent[open]')
    const ready = dialog.locator('[data-choice=week][aria-disabled=false]')
    await ready.waitFor()
    if (prompt === 0) {
      const text = await dialog.innerText()
      for (const said of [/What the program sees/, /square kilometre/, /For 7 days/, /This session/, /Once/, /Deny/]) {
        assert.match(text, said)
      }
      await picture('consent')
    }
    const id = await dialog.locator('h1').textContent()
    await ready.click()
    await page.waitForFunction(
      (before) => document.querySelector('#consent[open] h1')?.textContent !== before || before.includes('one notice'),
      id,
    )
  }
}

async function paintsTheName(shown) {
  const box = shown.locator('#nickname wx-painted')
  await box.getByText(NICKNAME).waitFor()
  assert.equal(await shown.locator('#greeting').textContent(), 'Hello 微信用户!')
  const { width } = await box.boundingBox()
  await box.evaluate((element) => (element.textContent = 'W'.repeat(200)))
  assert.equal((await box.boundingBox()).width, width, 'the box says nothing of the name in it')
}

async function sheetShowsEverything(page, picture) {
  const sheet = page.locator('#privacy[open]')
  await sheet.getByRole('button', { name: 'Take back scope.werun' }).waitFor()
  await picture('grants')
  await section(sheet, 'Disclosed')
  await sheet.getByText('It was told a coarse answer').first().waitFor()
  assert.ok(!(await sheet.innerText()).includes(NICKNAME))
  await picture('disclosed')
  await section(sheet, 'Who may ask')
  await sheet.locator('[data-scope="scope.werun"] select').selectOption('nobody')
  await picture('audiences')
  await section(sheet, 'My data')
  assert.equal(await sheet.getByLabel('NICKNAME').first().inputValue(), NICKNAME)
  await picture('values')
}

async function switchesOff(page) {
  const sheet = page.locator('#privacy[open]')
  await section(sheet, 'Who may ask')
  await sheet.getByLabel('Location off').check()
  assert.equal(await sheet.locator('[data-scope="scope.werun"] select').inputValue(), 'nobody')
  await section(sheet, 'Allowed')
  await sheet.getByRole('button', { name: 'Take back scope.address' }).click()
  await sheet.getByRole('button', { name: 'Take back scope.address' }).waitFor({ state: 'detached' })
}

async function settingsTellTheProgram(page, shown) {
  await shown.locator('#settings').click()
  await page.locator('#privacy[open]').waitFor()
  await page.locator('#privacy .close').click()
  await shown.locator('#status').getByText('scope.address').waitFor()
  const told = JSON.parse(await shown.locator('#status').textContent())
  assert.equal(told['scope.userInfo'], true)
  for (const scope of ['scope.address', 'scope.werun', 'scope.userLocation']) assert.equal(told[scope], false, scope)
}

async function section(sheet, name) {
  await sheet.locator('.sections').getByRole('button', { name }).click()
}
