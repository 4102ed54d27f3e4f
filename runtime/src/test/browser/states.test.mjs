// Reloads, tabs, and a program that dies: each ends in a state that says what to do, and no answer goes astray.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { launch, person } from './support/browser.mjs'
import { FoodOrder } from './support/food-order.mjs'
import { heard, plantInsider, say } from './support/insider.mjs'
import { Simulator } from './support/simulator.mjs'

let browser
let simulator
let context
let page
let order

before(async () => (browser = await launch()))
after(() => browser?.close())
beforeEach(async () => {
  simulator = await Simulator.start()
  context = await person(browser)
  page = await context.newPage()
  await plantInsider(page)
  order = await FoodOrder.open(page, simulator.address)
})
afterEach(async () => {
  await context.close()
  await simulator.stop()
})

test('reload_inTheMiddleOfAConsent_keepsThePromptAndTheAnswerCountsOnce', async () => {
  await order.askForPhone()
  const [{ id }] = await heard(page, 'consent')
  await page.reload()
  await order.consent.waitFor()
  assert.deepEqual((await heard(page, 'consent')).map((prompt) => prompt.id), [id])
  await order.answer('allow')
  await order.allowed()
  await say(page, { t: 'consent', id, answer: 'allow' })
  await say(page, { t: 'consent', id, answer: 'deny' })
  await order.placeOrder()
  await page.locator('#panel-received > ol > li').waitFor({ state: 'attached' })
  assert.equal(await order.ledgerHas('The user allowed it'), 1)
  assert.equal(await order.ledgerHas('The user did not allow it'), 0)
  assert.equal(await order.tokens.count(), 1)
})

test('secondTab_takesThePhoneAndTheFirstIsTold', async () => {
  await order.askForPhone()
  const second = await FoodOrder.join(await context.newPage(), simulator.origin)
  await second.consent.waitFor()
  await page.locator('#curtain').getByText('Used elsewhere').waitFor()
  assert.ok(await order.consent.isHidden(), 'only one tab can answer')
  await second.answer('allow')
  await second.allowed()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Use it here' }).click()
  await order.allowed()
  await second.page.locator('#curtain').getByText('Used elsewhere').waitFor()
})

test('closedTab_inTheMiddleOfAConsent_findsThePromptAgainInTheNext', async () => {
  await order.askForPhone()
  await page.close()
  const next = await FoodOrder.join(await context.newPage(), simulator.origin)
  await next.consent.waitFor()
  await next.answer('deny')
  await next.shown.locator('#status').getByText('order without a text').waitFor()
  assert.equal(await next.tokens.count(), 0)
})

test('killedWorker_inTheMiddleOfAConsent_takesTheQuestionAwayAndRestarts', async () => {
  await order.askForPhone()
  const [{ id }] = await heard(page, 'consent')
  simulator.killWorker()
  await page.locator('#curtain').getByText('The program ended').waitFor()
  assert.ok(await order.consent.isHidden(), 'nobody asks any more')
  await say(page, { t: 'consent', id, answer: 'allow' })
  await page.getByRole('button', { name: 'Restart' }).click()
  await order.menu()
  await order.askForPhone()
  await order.answer('deny')
  await order.shown.locator('#status').getByText('order without a text').waitFor()
  assert.equal(await order.tokens.count(), 0)
  assert.equal(await order.ledgerHas('The user allowed it'), 0)
})
