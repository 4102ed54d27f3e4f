// Where things are on the screen: only the page knows, and a program that asks is told.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, PATIENCE_MS, person } from './support/browser.mjs'
import { Simulator } from './support/simulator.mjs'

let browser
let simulator
let page

before(async () => {
  browser = await launch()
  simulator = await Simulator.start('runtime/src/test/browser/programs/layout')
  page = await (await person(browser)).newPage()
  await page.goto(simulator.address)
  await found().filter({ hasText: 'early' }).waitFor()
})
after(async () => {
  await browser?.close()
  await simulator?.stop()
})

const found = () => page.frameLocator('#page').locator('#found')
const told = async () => JSON.parse(await found().textContent())

/** Waits until it is so. */
async function until(holds) {
  for (const end = Date.now() + PATIENCE_MS; !(await holds()); await page.waitForTimeout(50)) {
    assert.ok(Date.now() < end, JSON.stringify(await told()))
  }
}

test('selectorQuery_tellsPlacesInWholePixelsOfThePagesWindow', async () => {
  const { found: results, early, height } = await told()
  const [box, rows, list, nothing, viewport] = results
  const place = { left: 20, top: 10, right: 140, bottom: 50, width: 120, height: 40 }
  assert.deepEqual(box, { dataset: { kind: 'first' }, ...place, marginLeft: '20px', display: 'block' })
  assert.deepEqual(rows.map((row) => [row.top, row.height]), [[50, 30], [80, 50]])
  assert.deepEqual([list.scrollTop, list.scrollHeight], [0, 400])
  assert.equal(nothing, null)
  assert.equal(viewport.width, 375)
  assert.ok(viewport.scrollHeight > 2000 && viewport.scrollTop === 0, JSON.stringify(viewport))
  assert.equal(early.height, 40, 'a question of onLoad is answered when the page shows')
  assert.equal(height, 33, 'inside a component')
})

test('selectorQuery_afterScrolling_tellsWhereThingsAreNow', async () => {
  const frame = page.frameLocator('#page')
  await frame.locator('#measure').scrollIntoViewIfNeeded()
  await frame.locator('#measure').click()
  await until(async () => {
    const [box, , , , viewport] = (await told()).found
    return viewport.scrollTop > 0 && box.top === 10 - viewport.scrollTop
  })
})

test('pageScrollTo_bringsTheNodeToTheTop', async () => {
  const frame = page.frameLocator('#page')
  await frame.locator('#scroll').click()
  await until(async () => {
    const [, rows] = (await told()).found
    return rows[1].bottom === 7
  })
})

test('showActionSheet_tellsWhichItemTheUserChoseOrThatThereWasNone', async () => {
  const frame = page.frameLocator('#page')
  const chosen = frame.locator('#chosen')
  await frame.locator('#choose').click()
  const sheet = page.locator('#program-dialog')
  await sheet.getByText('Which size?').waitFor()
  await sheet.getByRole('button', { name: 'Large' }).click()
  await chosen.getByText('1 showActionSheet:ok').waitFor()
  await frame.locator('#choose').click()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await chosen.getByText('undefined showActionSheet:fail cancel').waitFor()
})

test('selectorQuery_tellsNothingOfWhatStandsInPlaceholders', async () => {
  const frame = page.frameLocator('#page')
  await frame.locator('#greet').click()
  await page.locator('#consent[open] [data-choice=once][aria-disabled=false]').click()
  await frame.locator('wx-painted').filter({ hasText: 'MoonlitOtter' }).waitFor()
  await frame.locator('#measure-painted').click()
  await frame.locator('#painted').filter({ hasText: 'width' }).waitFor()
  const boxes = JSON.parse(await frame.locator('#painted').textContent())
  assert.equal(boxes.length, 6)
  assert.ok(boxes[0].width > 0 && boxes[0].width < 200 && boxes[2].width === 90 && boxes[4].height === 70, JSON.stringify(boxes))
  for (let each = 0; each < 6; each += 2) assert.deepEqual(boxes[each], boxes[each + 1])
})
