// The main job as a person meets it, in a real browser against `cloakroom run`.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, person } from './support/browser.mjs'
import { FoodOrder } from './support/food-order.mjs'
import { PHONE, Simulator } from './support/simulator.mjs'

const KEPT = process.env.UPDATE_SCREENSHOTS ? '../../../../docs/screenshots/' : '../../../target/screenshots/'
const PICTURES = fileURLToPath(new URL(KEPT, import.meta.url))
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

let browser

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launch()
})
after(() => browser?.close())

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`order_onA${name}_textsTheUserAndShowsTheDeveloperAToken`, async () => {
    const simulator = await Simulator.start()
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
  const requests = []
  page.on('request', (request) => requests.push(request.url()))
  const picture = (what) => page.screenshot({ path: `${PICTURES}${name}-${what}.png`, animations: 'disabled' })

  const order = await FoodOrder.open(page, simulator.address)
  assert.equal(await page.locator('#title').textContent(), 'Lantern Kitchen')
  await order.addDishes()
  await picture('menu')

  await order.checkout()
  await order.shown.locator('#note').click()
  await page.keyboard.type('less spicy, please')
  await order.shown.locator('#use-phone').click()
  await order.consent.waitFor()
  await saysEverything(order.consent)
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
  await picture('consent')
  await order.answer('allow')
  await order.allowed()

  await order.placeOrder()
  assert.match(await order.shown.locator('#order-no').textContent(), /^LK-/)
  assert.equal(await order.shown.locator('#note').textContent(), 'less spicy, please')
  if (name === 'desktop') await page.locator('#tab-received').click()
  await page.locator('#panel-received > ol > li').waitFor({ state: 'attached' })
  await picture('done')

  if (name === 'phone') await page.locator('#inspector-open').click()
  await inspectorShowsWhatHappened(order)
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(simulator.origin) && !/^(blob|data):/.test(url)),
    [],
    'the page loads nothing from elsewhere',
  )
  await context.close()
}

async function saysEverything(dialog) {
  const text = await dialog.innerText()
  for (const said of [/Lantern Kitchen/, /phone number/, /Why, in words of/, /text you/i, /Who receives it/, /For how long/]) {
    assert.match(text, said)
  }
}

async function inspectorShowsWhatHappened(order) {
  const tokens = await order.inspect('token')
  assert.equal(await tokens.count(), 1)
  assert.match(await tokens.locator('.value').textContent(), /^[A-Za-z0-9_-]{43}$/)

  const ledger = await order.inspect('ledger')
  await ledger.getByText('The redemption ended').waitFor()
  for (const kind of ['Decided', 'The user allowed it', 'A token was made', 'A token is being redeemed']) {
    assert.ok(await order.ledgerHas(kind), `the ledger has: ${kind}`)
  }
  await (await order.inspect('decision')).getByText('ask-for-phone').first().waitFor()
  const backend = await order.inspect('backend')
  await backend.getByText('/v1/redeem').first().waitFor()
  assert.ok(!(await order.page.locator('#panel-backend').textContent()).includes(PHONE.slice(-11)))

  const messages = await order.inspect('received')
  assert.equal(await messages.count(), 1)
  assert.match(await messages.first().textContent(), new RegExp(`\\${PHONE}.*LK-`, 's'))
  assert.equal(await (await order.inspect('problem')).count(), 0)
}
