// A page, a program and a person's other tabs that want a token without the user's answer.
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { launch, person } from './support/browser.mjs'
import { FoodOrder } from './support/food-order.mjs'
import { forge, guestFrame, heard, letClockRun, plantInsider, stopClock } from './support/insider.mjs'
import { Simulator } from './support/simulator.mjs'

let browser
let simulator
let context
let page

before(async () => (browser = await launch()))
after(() => browser?.close())
beforeEach(async () => {
  simulator = await Simulator.start()
  context = await person(browser)
  page = await context.newPage()
  await plantInsider(page)
})
afterEach(async () => {
  await context.close()
  await simulator.stop()
})

function openOrder() {
  return FoodOrder.open(page, simulator.address)
}

// a frame of the browser is enough for anything that the page would do wrongly
async function settle() {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function assertUnanswered(order) {
  await settle()
  assert.ok(await order.consent.isVisible(), 'the question still stands there')
  assert.equal((await heard(page, 'consent-over')).length, 0)
  assert.equal(await order.tokens.count(), 0)
}

async function middleOf(locator) {
  const { x, y, width, height } = await locator.boundingBox()
  return [x + width / 2, y + height / 2]
}

test('click_beforeTheDialogSettled_doesNotCount', async () => {
  const order = await openOrder()
  await order.addDishes()
  await order.checkout()
  await stopClock(page)
  await order.shown.locator('#use-phone').click()
  await order.consent.waitFor()
  await page.mouse.click(...(await middleOf(order.choice('allow'))))
  await assertUnanswered(order)
  await page.mouse.move(...(await middleOf(order.choice('allow'))))
  await page.mouse.down()
  await letClockRun(page)
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
  await page.mouse.up()
  await assertUnanswered(order)
})

test('click_thatTheBrowserDoesNotVouchFor_doesNotCount', async () => {
  const order = await openOrder()
  await order.askForPhone()
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
  await order.choice('allow').evaluate((button) => {
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    button.click()
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  })
  await assertUnanswered(order)
})

test('click_throughSomethingOverTheDialog_doesNotCount', async () => {
  const order = await openOrder()
  await order.askForPhone()
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
  await cover()
  await page.locator('#consent [data-choice=allow][aria-disabled=true]').waitFor()
  await page.mouse.click(...(await middleOf(order.choice('allow'))))
  await assertUnanswered(order)
})

// a popover stands above a modal dialog, and this one lets clicks through
async function cover() {
  await page.evaluate(() => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    Object.assign(cover.style, { pointerEvents: 'none', inset: '0', width: '100%', height: '100%' })
    cover.textContent = 'Tap to go on'
    document.body.append(cover)
    cover.showPopover()
  })
}

test('message_forgedOnTheFramesPort_answersNothingAndGetsNoToken', async () => {
  const order = await openOrder()
  await order.askForPhone()
  const [{ id }] = await heard(page, 'consent')
  await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
  for (const answer of ['allow', 'once']) await forge(page, { t: 'consent', id, answer })
  await forge(page, { t: 'modal', confirm: true })
  for (let node = 0; node < 200; node++) await forge(page, { t: 'tap', page: 2, node })
  await assertUnanswered(order)
})

test('tap_forgedOnTheFramesPort_leadsToTheDialogAndNotToAToken', async () => {
  const order = await openOrder()
  await order.addDishes()
  await order.checkout()
  for (let node = 0; node < 200; node++) await forge(page, { t: 'tap', page: 2, node })
  await order.consent.waitFor()
  await assertUnanswered(order)
})

test('frame_reachesNeitherTheHostNorTheTopDocument', async () => {
  await openOrder()
  const reached = await guestFrame(page).evaluate(async (origin) => {
    const attempts = {
      read: () => top.document.title,
      storage: () => localStorage.length,
      cookie: () => document.cookie,
      fetch: () => fetch(`${origin}/simulator/resource?path=images/tea.svg`),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(origin.replace('http', 'ws') + '/simulator/socket')
          socket.onopen = resolve
          socket.onerror = () => reject(new Error('refused'))
        }),
      navigate: () => void (top.location.href = 'about:blank'),
    }
    const done = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
        done.push(name)
      } catch {
        // what the browser refuses is what this test wants
      }
    }
    return done
  }, simulator.origin)
  assert.deepEqual(reached, [])
})

test('program_thatDrawsADialogOfItsOwn_getsNothingFromItAndCannotCoverTheRealOne', async () => {
  const trapper = await Simulator.start('runtime/src/test/browser/programs/fake-dialog')
  try {
    const shown = page.frameLocator('#page').locator('[shown]')
    await page.goto(trapper.address)
    await shown.locator('#fake-allow').click()
    await shown.getByText('the fake was tapped').waitFor()
    assert.deepEqual([await heard(page, 'consent'), await heard(page, 'token')], [[], []])

    await shown.locator('#ask').click()
    await page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
    assert.equal(await page.locator('#consent img, #consent dialog, #consent dd h1').count(), 0)
    const purpose = await page.locator('#consent q').textContent()
    assert.match(purpose, /^<img src=x onerror=alert\(1\)>/)
    assert.ok(purpose.length <= 141, `the purpose has ${purpose.length} characters`)
    assert.equal(await onTop(page.locator('#consent [data-choice=deny]')), 'deny')
    await page.locator('#consent [data-choice=deny]').click()
    await shown.getByText('getPhoneNumber:fail').waitFor()
    assert.deepEqual(await heard(page, 'token'), [])
  } finally {
    await trapper.stop()
  }
})

function onTop(locator) {
  return locator.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return document.elementFromPoint(x + width / 2, y + height / 2)?.dataset.choice
  })
}
