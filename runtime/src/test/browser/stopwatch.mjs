// How long a person waits: node runtime/src/test/browser/stopwatch.mjs, on a built tree. Prints medians.
import { cpus, totalmem } from 'node:os'
import { launch, person } from './support/browser.mjs'
import { FoodOrder } from './support/food-order.mjs'
import { Simulator } from './support/simulator.mjs'

const TAPS = 10
const RUNS = 5

function median(times) {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
}

function report(what, times) {
  const ms = (time) => `${Math.round(time)} ms`
  const range = `${ms(Math.min(...times))} to ${ms(Math.max(...times))}`
  console.log(`${what}: median ${ms(median(times))} of ${times.length} (${range})`)
}

// the tap's time is when the frame hears it; both documents' clocks are put on one scale
async function tapToPainted(page, locator) {
  await page.evaluate(() => performance.clearMarks())
  await locator.evaluate((element) => {
    const heard = () => (globalThis.tappedAt = performance.timeOrigin + performance.now())
    addEventListener('click', heard, { capture: true, once: true })
    return element.localName
  })
  await locator.click()
  const painted = await page.waitForFunction(() => {
    const [mark] = performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('painted '))
    return mark && performance.timeOrigin + mark.startTime
  })
  return (await painted.jsonValue()) - (await locator.evaluate(() => globalThis.tappedAt))
}

async function firstPaint(browser) {
  const start = Date.now()
  const simulator = await Simulator.start()
  const page = await (await person(browser)).newPage()
  const order = await FoodOrder.open(page, simulator.address)
  return { took: Date.now() - start, simulator, page, order }
}

const browser = await launch()
const starts = []
const taps = []
for (let run = 1; run <= RUNS; run++) {
  const { took, simulator, page, order } = await firstPaint(browser)
  starts.push(took)
  const add = order.add(1)
  for (let tap = 0; run === RUNS && tap < TAPS; tap++) taps.push(await tapToPainted(page, add))
  await page.context().close()
  await simulator.stop()
}
await browser.close()
console.log(`${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`)
report('run → menu painted', starts)
report('tap → painted', taps)
