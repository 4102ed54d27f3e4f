// The built-in components as a user has them: clicked, dragged, typed into, and what the program's handlers got.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, person } from './support/browser.mjs'
import { Components } from './support/components.mjs'
import { Simulator } from './support/simulator.mjs'

const PICTURES = fileURLToPath(new URL('../../../target/screenshots/', import.meta.url))

let browser
let simulator
let all

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await launch()
  simulator = await Simulator.start('runtime/src/test/browser/programs/components')
  const context = await person(browser, { viewport: { width: 1280, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' })
  all = await Components.open(await context.newPage(), simulator.address)
})
after(async () => {
  await browser?.close()
  await simulator?.stop()
})

test('picture_thatIsThere_tellsItsSize', async () => {
  await all.told('load picture {"width":2,"height":3}')
})

test('switch_isTurnedByItsLabelAndByAKey_andNotWhenItIsDisabled', async () => {
  await all.at('label').click({ position: { x: 5, y: 10 } })
  await all.told('change bell {"value":true}')
  await all.at('bell').press(' ')
  await all.told('change bell {"value":false}')
  await all.at('off').click()
  await all.at('bell').click()
  await all.told('change bell {"value":true}')
  assert.equal(await all.at('off').getAttribute('checked'), '')
})

test('radioAndCheckbox_tellTheirGroups', async () => {
  await all.at('size-large').click()
  await all.told('change size {"value":"large"}')
  assert.equal(await all.at('size-small').getAttribute('aria-checked'), 'false')
  await all.at('egg').click()
  await all.told('change extras {"value":["egg","leek"]}')
})

test('slider_followsAFingerInSteps', async () => {
  const track = await all.at('heat').locator('.track').boundingBox()
  await all.drag({ x: track.x + 2, y: track.y + 1 }, { x: track.x + track.width * 0.81, y: track.y + 1 })
  await all.told('change heat {"value":8}')
  await all.logged('changing')
})

test('picker_tellsWhatWasChosenInItsSheet', async () => {
  await all.at('dish').click()
  await all.choose(0, 'dumplings')
  await all.confirm()
  await all.told('change dish {"value":"1"}')
  await all.at('dish').getByText('dumplings').waitFor()
  await all.at('dish').click()
  await all.sheet.locator('.cancel').click()
  await all.told('cancel dish {}')
})

test('pickerOfColumnsTimesAndDays_tellEachInItsForm', async () => {
  await all.at('both').click()
  await all.choose(1, 'soup')
  await all.told('columnchange both {"column":1,"value":1}')
  await all.confirm()
  await all.told('change both {"value":[0,1]}')
  await all.at('time').click()
  await all.choose(1, '31')
  await all.confirm()
  await all.told('change time {"value":"08:31"}')
  await all.at('day').click()
  await all.choose(2, '23')
  await all.confirm()
  await all.told('change day {"value":"2026-11-23"}')
})

test('pickerOfRegions_saysThatItIsNotThere', async () => {
  await all.at('region').click()
  await all.sheet.getByText('not supported').waitFor()
  assert.equal(await all.sheet.locator('.confirm').count(), 0)
  await all.sheet.locator('.cancel').click()
})

test('form_sendsWhatStandsInItsFields_andForgetsIt', async () => {
  await all.at('note').click()
  await all.page.keyboard.type('less spicy')
  await all.shown.locator('#own').click()
  await all.shown.getByText('own: 2').waitFor()
  await all.at('submit').click()
  const sent = JSON.parse((await all.said('submit form')).slice('submit form '.length)).value
  assert.deepEqual(sent, {
    bell: true,
    size: 'large',
    extras: ['egg', 'leek'],
    heat: 8,
    note: 'less spicy',
    own: 2,
    dish: '1',
    both: [0, 1],
    time: '08:31',
    day: '2026-11-23',
  })
  await all.at('reset').click()
  await all.told('reset form {}')
  assert.equal(await all.at('note').locator('input').inputValue(), '')
})

test('swiper_goesAroundWithAFinger', async () => {
  const box = await all.box('swiper')
  await all.drag({ x: box.x + box.width * 0.3, y: box.y + 40 }, { x: box.x + box.width * 0.9, y: box.y + 45 })
  await all.told('change swiper {"current":2,"currentItemId":"item-large","source":"touch"}')
})

test('pickerView_stopsAtWholeRows', async () => {
  const box = await all.box('view')
  await all.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + 40)
  await all.told('change view {"value":[2]}')
})

test('movableView_staysInItsArea', async () => {
  const box = await all.box('movable')
  const from = { x: box.x + 20, y: box.y + 20 }
  await all.drag(from, { x: from.x + 300, y: from.y + 15 })
  await all.logged('moved 150 25 touch')
})

test('touches_comeInOrderWithTheirFingers', async () => {
  await all.at('touched').scrollIntoViewIfNeeded()
  const box = await all.box('touched')
  const members = 'clientX,clientY,identifier,pageX,pageY touched'
  await all.drag({ x: box.x + 30, y: box.y + 30 }, { x: box.x + 90, y: box.y + 50 })
  for (const one of ['touchstart 1', 'touchmove 1', 'touchend 0']) await all.logged(`${one} ${members}`)
  await all.at('touched').click()
  await all.told('tap at true 1')
})

test('longPress_isNoTap', async () => {
  await all.at('touched').click({ delay: 600 })
  await all.told('longpress touched')
})

test('transition_tellsItsEnd', async () => {
  await all.at('moving').click()
  await all.told('transitionend moving')
})

test('scrollView_tellsItsPlace_andGoesToWhatTheProgramNames', async () => {
  await all.at('jump').click()
  await all.logged('scrolled deltaX,deltaY,scrollHeight,scrollLeft,scrollTop,scrollWidth')
  await all.at('list').evaluate((list) => list.scrollTo({ top: list.scrollHeight }))
  await all.told('scrolltolower list {"direction":"bottom"}')
})

test('page_tellsItsScrollingAndItsEnd', async () => {
  await all.shown.evaluate((page) => page.scrollTo({ top: page.scrollHeight }))
  await all.logged('page true')
  await all.logged('bottom')
  await all.shown.evaluate((page) => page.scrollTo({ top: 0 }))
})

test('richText_runsNothing', async () => {
  const rich = all.at('rich')
  assert.equal(await rich.locator('b').textContent(), 'text')
  const made = await rich.evaluate((element) => element.innerHTML)
  assert.doesNotMatch(made, /script|iframe|onclick|onerror/)
  assert.equal(await rich.evaluate(() => globalThis.ran), undefined)
  assert.doesNotMatch(await all.at('nodes').evaluate((element) => element.innerHTML), /onclick/)
})

test('whatCannotBeShown_saysSo', async () => {
  await all.at('video').getByText('video: not shown here').waitFor()
  await all.at('open').getByText('微信用户').waitFor()
})

test('pages_areKeptAsPictures', async () => {
  await all.page.screenshot({ path: `${PICTURES}components-desktop.png`, animations: 'disabled' })
  await all.page.setViewportSize({ width: 390, height: 2600 })
  await all.page.screenshot({ path: `${PICTURES}components-phone.png`, animations: 'disabled' })
  await all.at('both').click()
  await all.sheet.locator('.row').first().waitFor()
  await all.page.screenshot({ path: `${PICTURES}components-sheet.png` })
})
