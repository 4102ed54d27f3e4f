// A developer changes the program's files while it runs.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, person } from './support/browser.mjs'
import { FoodOrder } from './support/food-order.mjs'
import { Simulator } from './support/simulator.mjs'

const SAMPLE = fileURLToPath(new URL('../../../../sample-miniprograms/food-order', import.meta.url))

let browser
let folder
let simulator

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reload-'))
  cpSync(SAMPLE, folder, { recursive: true })
  browser = await launch()
  simulator = await Simulator.start(folder)
})
after(async () => {
  await browser?.close()
  await simulator?.stop()
  rmSync(folder, { recursive: true })
})

/** Saves a file with something of it changed, as an editor does. */
function edit(path, from, to) {
  const file = join(folder, path)
  const text = readFileSync(file, 'utf8')
  assert.ok(text.includes(from), `${path} has: ${from}`)
  writeFileSync(file, text.replace(from, to))
}

test('changedFile_isShownOnTheSamePageAndABrokenOneSaysWhere', async () => {
  const page = await (await person(browser)).newPage()
  const order = await FoodOrder.open(page, simulator.address)
  await order.addDishes()
  await order.checkout()

  edit('pages/order/order.wxml', 'A note for the kitchen', 'Anything the cook should know')
  await order.shown.getByText('Anything the cook should know').waitFor()
  assert.equal(await page.locator('#title').textContent(), 'Your order')

  for (const path of ['pages/order/order.json', 'pages/order/order.js']) {
    edit(path, '{', '{,')
    await page.locator('#curtain').getByText(`${path}:`).waitFor()

    edit(path, '{,', '{')
    await order.shown.locator('#use-phone').waitFor()
  }
})
