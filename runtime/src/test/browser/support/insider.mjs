/**
 * Puts an attacker into every document of the page before its own script runs: in the frame it takes a copy
 * of the port to the top document, and in the top document it can stop the clock and hold on to the socket.
 */
export async function plantInsider(page) {
  await page.addInitScript(() => {
    addEventListener('message', ({ ports: [port] }) => {
      if (port) globalThis.stolenPort = port
    })
    const now = performance.now.bind(performance)
    performance.now = () => globalThis.stoppedAt ?? now()
    const Original = WebSocket
    globalThis.WebSocket = class extends Original {
      constructor(...args) {
        super(...args)
        globalThis.heard = []
        globalThis.ownSocket = this
        this.addEventListener('message', ({ data }) => globalThis.heard.push(JSON.parse(data)))
      }
    }
  })
}

/** The frame in which the program's page is painted. */
export function guestFrame(page) {
  return page.frames().find((frame) => frame.url().endsWith('/simulator/frame'))
}

/** Says something to the top document as only the frame's own script should. */
export function forge(page, message) {
  return guestFrame(page).evaluate((forged) => {
    if (!globalThis.stolenPort) throw new Error('the attacker has no port')
    globalThis.stolenPort.postMessage(forged)
  }, message)
}

/** Stops the clock of what the page loads next. */
export function stopClock(page) {
  return page.addInitScript(() => (globalThis.stoppedAt = performance.now()))
}

export function letClockRun(page) {
  return page.evaluate(() => void delete globalThis.stoppedAt)
}

/** The messages of a kind that the host has sent to this document. */
export function heard(page, kind) {
  return page.evaluate((t) => globalThis.heard.filter((message) => message.t === t), kind)
}

/** Sends to the host what the top document could send. */
export function say(page, message) {
  return page.evaluate((said) => globalThis.ownSocket.send(JSON.stringify(said)), message)
}
