// What a page shows before its program runs: it is painted at once, nothing can be done to it, and it gives way.
import assert from 'node:assert/strict'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launch, PATIENCE_MS, person } from './support/browser.mjs'
import { forge, guestFrame, heard, plantInsider, say } from './support/insider.mjs'
import { Simulator } from './support/simulator.mjs'

const PROGRAM = fileURLToPath(new URL('programs/first-paint', import.meta.url))
const LOOK_MS = 1_000

let browser
let folder
let simulator
let page

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-paint-'))
  cpSync(PROGRAM, folder, { recursive: true })
  // a program that no host has seen before
  appendFileSync(join(folder, 'pages/home/home.wxml'), `<view>${folder}</view>`)
  browser = await launch()
  simulator = await Simulator.start(folder)
  page = await (await person(browser)).newPage()
  await plantInsider(page)
})
after(async () => {
  await browser?.close()
  await simulator?.stop()
  rmSync(folder, { recursive: true })
})

/** Waits until the host has learned what the page shows at first, and has another process for the program. */
async function learned() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cloakroom/compiled/pages')
  const knows = () => existsSync(cache) && readdirSync(cache).some((file) => read(join(cache, file)).includes(folder))
  for (const end = Date.now() + 2 * PATIENCE_MS; !knows() || simulator.workers() < 2;) {
    assert.ok(Date.now() < end, 'the host did not learn what the page shows at first')
    await page.waitForTimeout(LOOK_MS)
  }
}

function read(file) {
  return file.endsWith('.page') ? readFileSync(file, 'utf8') : ''
}

/** Has the frame count its animation frames in which not exactly one page was to be seen. */
function watchForGaps() {
  return guestFrame(page).evaluate(() => {
    globalThis.gaps = 0
    const look = () => {
      if (document.querySelectorAll('[shown], [initial]').length !== 1) globalThis.gaps++
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

test('initialPage_isPaintedAtOnceTakesNoTapsAndGivesWayToTheProgramsOwn', async () => {
  const frame = page.frameLocator('#page')
  const initial = frame.locator('[initial]')
  const shown = frame.locator('[shown]')
  await page.goto(simulator.address)
  await shown.getByText('visit 0').waitFor()

  await learned()
  const goOn = simulator.killWorkerAndHoldTheNext()
  await page.getByRole('button', { name: 'Restart' }).click()

  await initial.locator('#visits').waitFor()
  await watchForGaps()
  assert.equal(await initial.locator('#visits').textContent(), 'visit 0', 'nobody has been there before')
  assert.equal(await page.locator('#title').textContent(), 'First paint')
  assert.ok(await page.locator('#curtain').isHidden(), 'nothing stands before it')
  const { x, y, width, height } = await initial.locator('#phone').boundingBox()
  await page.mouse.click(x + width / 2, y + height / 2)
  const [node] = (await heard(page, 'ops'))
    .filter((message) => message.page === 0)
    .flatMap(({ ops }) => ops)
    .filter(([name, , attribute, value]) => name === 'A' && attribute === 'open-type' && value === 'getPhoneNumber')
    .map(([, id]) => id)
  assert.ok(node > 0)
  await forge(page, { t: 'tap', page: 0, node })
  await say(page, { t: 'tap', page: 0, node })

  goOn()
  await shown.locator('#visits').waitFor()
  await say(page, { t: 'tap', page: 0, node })
  assert.equal(await initial.count(), 0)
  assert.notEqual(await shown.locator('#visits').textContent(), 'visit 0', 'the user has')
  assert.equal(await guestFrame(page).evaluate(() => globalThis.gaps), 0)
  await shown.locator('#tap').click()
  await shown.getByText('1 taps').waitFor()
  assert.equal(await page.locator('#consent[open]').count(), 0, 'no tap on the initial page counted')
  assert.equal((await heard(page, 'consent')).length, 0)
})
