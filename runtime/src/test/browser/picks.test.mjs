// What a user hands over in the trusted document, in a real browser: pictures, a pasted text, a number to dial, and
// which of several values a yes is about. The program's frame has no part in it.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, person } from './support/browser.mjs'
import { Simulator } from './support/simulator.mjs'

const PROGRAM = 'runtime/src/test/programs/kitchen-sink'
const SCENARIOS = fileURLToPath(new URL('../programs/kitchen-sink/scenarios/', import.meta.url))
const PICTURES = fileURLToPath(new URL('../../../target/screenshots/', import.meta.url))
/** What the files say beside their pixels. */
const WORDS = ['31.234567N', 'Moonlit Otter Phone']
/** Of the user's contact, in `users.example.json`. */
const NUMBER = '13911112222'

let browser
let simulator

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launch()
  simulator = await Simulator.start(PROGRAM)
})
after(async () => {
  await browser?.close()
  await simulator?.stop()
})

async function open() {
  const context = await person(browser, { colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(await (simulator.opened ? simulator.another() : simulator.address))
  simulator.opened = true
  const shown = page.frameLocator('#page').locator('[shown]')
  await shown.locator('#pick').waitFor()
  return { context, page, shown, status: shown.locator('#status') }
}

async function consent(page, choice) {
  await page.locator(`#consent[open] [data-choice=${choice}][aria-disabled=false]`).click()
  await page.locator('#consent[open]').waitFor({ state: 'hidden' })
}

async function pick(page, ...names) {
  const picker = page.locator('#picker[open]')
  await picker.locator('input[type=file]').setInputFiles(names.map((name) => SCENARIOS + name))
  await picker.locator('li').nth(names.length - 1).waitFor()
  await page.screenshot({ path: `${PICTURES}pick-pictures.png`, animations: 'disabled' })
  await picker.locator('.take').click()
}

const shownImage = (image) => image.evaluate((element) => element.shadowRoot.querySelector('img').naturalWidth)

test('pictures_arePickedInTheTrustedDocument_andSayNothingBesideTheirPixels', async () => {
  const { context, page, shown, status } = await open()
  await shown.locator('#pick').click()
  await consent(page, 'allow')
  await pick(page, 'picture.jpg')
  await pick(page, 'everything.json', 'picture.png', 'picture.jpg')
  await status.getByText('picked: 3').waitFor()

  const image = shown.locator('[class*=picked]').first()
  await image.scrollIntoViewIfNeeded()
  await assert.doesNotReject(waitUntil(async () => (await shownImage(image)) === 80), 'upright, as it was held')
  const [path] = /wxfile:\/\/tmp_\w+\.jpg/.exec(await shown.getByText('wxfile:').first().textContent())
  await assertSaysNothing(page, path)
  await previews(page, shown)
  await context.close()
})

async function assertSaysNothing(page, path) {
  const file = readFileSync(`${SCENARIOS}picture.jpg`, 'latin1')
  const handed = await page.evaluate(async (wanted) => {
    const answer = await fetch(`/simulator/resource?path=${encodeURIComponent(wanted)}`)
    return Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('')
  }, path)
  assert.ok(handed.length > 100)
  for (const words of WORDS) {
    assert.ok(file.includes(words))
    assert.ok(!handed.includes(words), words)
  }
}

async function previews(page, shown) {
  await shown.locator('#preview').click()
  await page.locator('#preview img').waitFor()
  await page.screenshot({ path: `${PICTURES}pick-preview.png`, animations: 'disabled' })
  await page.locator('#preview').click()
  await page.locator('#preview').click()
  await page.locator('#preview').waitFor({ state: 'hidden' })
}

test('paste_isTheUsersToMake_andACopyReachesTheClipboard', async () => {
  const { context, page, shown, status } = await open()
  await context.grantPermissions(['clipboard-write'])
  await shown.locator('#copy').click()
  await page.locator('#copied').getByText('Copied to the clipboard').waitFor()

  await shown.locator('#paste').click()
  await consent(page, 'once')
  await page.locator('#picker[open] .cancel').click()
  await status.getByText('getClipboardData:fail user deny').waitFor()

  await shown.locator('#paste').click()
  await consent(page, 'once')
  const area = page.locator('#picker[open] textarea')
  await area.focus()
  await page.keyboard.press('Control+V')
  assert.equal(await area.inputValue(), 'SF1234567890')
  await page.locator('#picker[open] .take').click()
  await status.getByText('pasted: SF1234567890').waitFor()
  await context.close()
})

test('numberBehindAToken_isOnTheUsersScreenAndNotInTheFrame', async () => {
  const { context, page, shown, status } = await open()
  await shown.locator('#call').click()
  await consent(page, 'once')
  const dialog = page.locator('#program-dialog .box')
  await dialog.getByText(NUMBER).waitFor()
  await page.screenshot({ path: `${PICTURES}pick-call.png`, animations: 'disabled' })
  assert.ok(!(await page.frameLocator('#page').locator('body').innerText()).includes(NUMBER))
  await dialog.locator('.confirm').click()
  await status.getByText('makePhoneCall:ok').waitFor()
  await context.close()
})

test('consent_offersTheNamesOfTheUsersValues_andTheChoiceHolds', async () => {
  const { context, page, shown } = await open()
  await shown.locator('#phone').click()
  assert.equal(await page.locator('#consent[open] select.which').count(), 0)
  await consent(page, 'deny')

  await page.locator('#privacy-open').click()
  const sheet = page.locator('#privacy[open]')
  await addNumber(sheet)
  await page.locator('#privacy .close').click()

  await shown.locator('#phone').click()
  const which = page.locator('#consent[open] select.which')
  await which.selectOption('work')
  assert.ok(!(await page.locator('#consent').innerText()).includes('13900139000'), 'no value stands there')
  await page.screenshot({ path: `${PICTURES}pick-label.png`, animations: 'disabled' })
  await consent(page, 'once')
  await page.locator('#privacy-open').click()
  await sheet.locator('.sections').getByRole('button', { name: 'Who may ask' }).click()
  const chosen = sheet.locator('[data-scope="scope.phoneNumber"]').getByLabel('Which of yours')
  await chosen.locator('option[value=work]:checked').waitFor({ state: 'attached' })
  await context.close()
})

async function addNumber(sheet) {
  await sheet.locator('.sections').getByRole('button', { name: 'My data' }).click()
  await sheet.getByLabel('Field').selectOption('PHONE')
  await sheet.getByLabel('Name', { exact: true }).fill('work')
  await sheet.getByLabel('Value', { exact: true }).fill('13900139000')
  await sheet.getByRole('button', { name: 'Add', exact: true }).click()
  await sheet.getByLabel('PHONE work', { exact: true }).waitFor()
}

async function waitUntil(holds) {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it does not hold')
}
