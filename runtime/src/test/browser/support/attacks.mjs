// What is tried on the page where the question stands, to have it answered without the user.
import { forge, heard, letClockRun, stopClock } from './insider.mjs'

// the browser tells the page within a tenth of a second what covers an element
const LONG_ENOUGH = 30

/** Lets frames of the browser pass: enough for anything that the page would do. */
export async function pause(page, frames = LONG_ENOUGH) {
  await page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done))
  }, frames)
}

/** The user clicks where the dialog has just come up. */
export async function clickAtOnce(page) {
  await comeUpWithTheClockStopped(page)
  await page.mouse.click(...(await middleOfAllow(page)))
}

/** The user was pressing already when the dialog came up, hits some key, and lets go when it has settled. */
export async function pressFromBefore(page) {
  await comeUpWithTheClockStopped(page)
  await page.mouse.move(...(await middleOfAllow(page)))
  await page.mouse.down()
  await letClockRun(page)
  await settled(page)
  await page.keyboard.press('Shift')
  await page.mouse.up()
}

/** A script clicks, as a pointer and as a key. */
export async function clickByScript(page) {
  await settled(page)
  await allow(page).evaluate((button) => {
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    button.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Enter' }))
    button.click()
  })
}

/** The user clicks on what a popover shows, which stands above a modal dialog and lets clicks through. */
export async function clickThroughCover(page) {
  await settled(page)
  await page.evaluate(() => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    Object.assign(cover.style, { pointerEvents: 'none', inset: '0', width: '100%', height: '100%' })
    cover.textContent = 'Tap to go on'
    document.body.append(cover)
    cover.showPopover()
  })
  await pause(page)
  await page.mouse.click(...(await middleOfAllow(page)))
}

/** The frame says what the top document would; it even knows the question's id, which it is never told. */
export async function answerFromFrame(page) {
  const [{ id }] = await heard(page, 'consent')
  for (const answer of ['allow', 'once']) await forge(page, { t: 'consent', id, answer })
  await forge(page, { t: 'modal', confirm: true })
  await tapEverything(page)
}

/** The frame says that the user tapped on each node there could be. */
export async function tapEverything(page) {
  for (let node = 0; node < 200; node++) await forge(page, { t: 'tap', page: 2, node })
}

/** Tries from the frame to reach the host and the top document; returns what went through. */
export function reachOut(frame, origin) {
  return frame.evaluate(async (origin) => {
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
      navigate: () => void (top.location.href = `${origin}/#elsewhere`),
    }
    const done = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
        done.push(name)
      } catch {
        // what the browser refuses does not count
      }
    }
    return done
  }, origin)
}

async function comeUpWithTheClockStopped(page) {
  await stopClock(page)
  await page.reload()
  await allow(page).waitFor()
  await pause(page)
}

function settled(page) {
  return page.locator('#consent [data-choice=allow][aria-disabled=false]').waitFor()
}

function allow(page) {
  return page.locator('#consent[open] [data-choice=allow]')
}

async function middleOfAllow(page) {
  const { x, y, width, height } = await allow(page).boundingBox()
  return [x + width / 2, y + height / 2]
}
