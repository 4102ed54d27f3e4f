// A page, a program and a person's other tabs that want a token without the user's answer. Each attack is
// tried twice: on the page as it is, and with the guard taken out that stops it, where it must succeed.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import * as attacks from './support/attacks.mjs'
import { GUARDS, takeOut, takeOutTheFramesWalls } from './support/broken.mjs'
import { launch, person } from './support/browser.mjs'
import { FoodOrder } from './support/food-order.mjs'
import { guestFrame, heard, plantInsider } from './support/insider.mjs'
import { Simulator } from './support/simulator.mjs'

const { settling, wholePress, vouching, covering, kindsOfFrame, freezing, escaping, bounding } = GUARDS

let browser
let simulator
let context
let page

before(async () => (browser = await launch()))
after(() => browser?.close())
beforeEach(async () => {
  context = await person(browser)
  page = await context.newPage()
  await plantInsider(page)
})
afterEach(async () => {
  await context.close()
  await simulator.stop()
})

async function openOrder() {
  simulator = await Simulator.start()
  return FoodOrder.open(page, simulator.address)
}

async function openTrap() {
  simulator = await Simulator.start('runtime/src/test/browser/programs/fake-dialog')
  await page.goto(simulator.address)
  return page.frameLocator('#page').locator('[shown]')
}

/** Opens the program that runs already in a page without those guards. */
async function reopen(...guards) {
  await page.close()
  page = await context.newPage()
  await plantInsider(page)
  await takeOut(page, guards)
  await page.goto(simulator.origin)
}

/**
 * How many tokens an attack on the question gets. The page is whole before and afterwards, when it hears from the
 * host whether the question was answered.
 */
async function tokensBy(attack, ...guards) {
  if (guards.length > 0) await reopen(...guards)
  await page.locator('#consent[open]').waitFor()
  await attack(page)
  await attacks.pause(page)
  await reopen()
  await page.locator('#consent[open], #panel-token li').first().waitFor({ state: 'attached' })
  return (await heard(page, 'token')).length
}

async function assertStoppedBy(guards, attack) {
  const order = await openOrder()
  await order.askForPhone()
  assert.equal(await tokensBy(attack), 0)
  assert.equal(await tokensBy(attack, ...guards), 1, 'the attack would succeed without the guard')
}

test('click_beforeTheDialogSettled_doesNotCount', () => assertStoppedBy([settling], attacks.clickAtOnce))

test('press_thatBeganBeforeTheDialogSettled_doesNotCount', () => assertStoppedBy([wholePress], attacks.pressFromBefore))

test('click_thatTheBrowserDoesNotVouchFor_doesNotCount', () => assertStoppedBy([vouching], attacks.clickByScript))

test('click_throughSomethingOverTheDialog_doesNotCount', () => assertStoppedBy([covering], attacks.clickThroughCover))

test('message_forgedOnTheFramesPort_isStoppedByEachOfTwoWalls', async () => {
  const order = await openOrder()
  await order.askForPhone()
  assert.equal(await tokensBy(attacks.answerFromFrame, freezing), 0)
  assert.equal(await tokensBy(attacks.answerFromFrame, kindsOfFrame), 0)
  // the taps that it forges ask again, and those requests wait for the same answer
  const tokens = await tokensBy(attacks.answerFromFrame, kindsOfFrame, freezing)
  assert.ok(tokens > 0, 'the attack would succeed without the walls')
})

// what stops it is the question itself, which the tests above answer where its guards are gone
test('tap_forgedOnTheFramesPort_leadsToTheDialogAndNotToAToken', async () => {
  const order = await openOrder()
  await order.addDishes()
  await order.checkout()
  await attacks.tapEverything(page)
  await order.consent.waitFor()
  await attacks.pause(page)
  assert.ok(await order.consent.isVisible(), 'the question still stands there')
  assert.deepEqual([await heard(page, 'consent-over'), await heard(page, 'token')], [[], []])
})

test('frame_reachesNeitherTheHostNorTheTopDocument', async () => {
  await openOrder()
  assert.deepEqual(await attacks.reachOut(guestFrame(page), simulator.origin), [])
  await takeOutTheFramesWalls(page)
  await page.goto(simulator.origin)
  await new FoodOrder(page).menu()
  const reached = await attacks.reachOut(guestFrame(page), simulator.origin)
  assert.deepEqual(reached, ['read', 'storage', 'cookie', 'fetch', 'socket', 'navigate'])
})

test('program_thatDrawsADialogOfItsOwn_getsNothingFromItAndCannotCoverTheRealOne', async () => {
  const shown = await openTrap()
  await shown.locator('#fake-allow').click()
  await shown.getByText('the fake was tapped').waitFor()
  assert.deepEqual([await heard(page, 'consent'), await heard(page, 'token')], [[], []])

  await shown.locator('#ask').click()
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
  assert.equal(await onTop(page.locator('#consent [data-choice=deny]')), 'deny')
  await page.locator('#consent [data-choice=deny]').click()
  await shown.getByText('getPhoneNumber:fail').waitFor()
  assert.deepEqual(await heard(page, 'token'), [])
})

function onTop(locator) {
  return locator.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return document.elementFromPoint(x + width / 2, y + height / 2)?.dataset.choice
  })
}

test('purpose_ofAProgram_isTextAndBounded', async () => {
  const shown = await openTrap()
  await shown.locator('#ask').click()
  const whole = await purpose()
  assert.deepEqual(whole.elements, [])
  assert.match(whole.text, /^<img src=x onerror=alert\(1\)>/)
  assert.ok([...whole.text].length <= 140, `the purpose has ${whole.text.length} characters`)
  await reopen(escaping)
  assert.deepEqual((await purpose()).elements, ['IMG', 'H1'])
  await reopen(bounding)
  assert.ok([...(await purpose()).text].length > 140, 'the purpose is long enough to be cut')
})

function purpose() {
  return page.locator('#consent[open] q').evaluate((quote) => ({
    elements: Array.from(quote.querySelectorAll('*'), ({ tagName }) => tagName),
    text: quote.textContent,
  }))
}
