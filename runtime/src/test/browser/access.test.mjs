// Who gets to the simulator: exact Host and Origin, one browser for each key.
import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import { after, before, test } from 'node:test'
import { launch, person } from './support/browser.mjs'
import { Simulator } from './support/simulator.mjs'

const UPGRADE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

let browser
let simulator
let context
let page

before(async () => {
  browser = await launch()
  simulator = await Simulator.start()
  context = await person(browser)
  page = await context.newPage()
  await page.goto(simulator.address)
})
after(async () => {
  await browser?.close()
  await simulator?.stop()
})

/** The status of a request that no browser makes. 101 is an open socket. */
function status(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(simulator.origin + path, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve(answer.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })
}

async function pass() {
  const cookies = await context.cookies(simulator.origin)
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

test('request_withThePassButAnotherHost_isMisdirected', async () => {
  const Cookie = await pass()
  assert.equal(await status('/', { Cookie }), 200)
  const { port } = new URL(simulator.origin)
  for (const Host of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', `127.0.0.1.evil.example:${port}`]) {
    assert.equal(await status('/', { Cookie, Host }), 421, Host)
    const Origin = `http://${Host}`
    assert.equal(await status('/simulator/socket', { ...UPGRADE, Cookie, Host, Origin }), 421, Host)
  }
})

test('request_withoutThePass_isForbidden', async () => {
  for (const path of ['/', '/simulator/top.js', '/simulator/frame', '/simulator/resource?path=images/tea.svg']) {
    assert.equal(await status(path), 403, path)
    assert.equal(await status(path, { Cookie: await pass() }), 200, path)
  }
  const socket = { ...UPGRADE, Origin: simulator.origin }
  assert.equal(await status('/simulator/socket', socket), 403)
})

test('socket_withThePassButWithoutOrWithAnotherOrigin_isForbidden', async () => {
  const Cookie = await pass()
  assert.equal(await status('/simulator/socket', { ...UPGRADE, Cookie }), 403)
  for (const Origin of ['null', 'http://127.0.0.1:1', 'https://evil.example']) {
    assert.equal(await status('/simulator/socket', { ...UPGRADE, Cookie, Origin }), 403, Origin)
  }
})

test('key_thatWasUsed_opensNothingInAnotherBrowser', async () => {
  const stranger = await person(browser)
  const visit = await stranger.newPage()
  const answer = await visit.goto(simulator.address)
  assert.equal(answer.status(), 403)
  assert.match(await visit.textContent('body'), /works once/)
  assert.deepEqual(await stranger.cookies(), [])
  await stranger.close()
})

test('pageOfAnotherOrigin_getsNeitherASocketNorAFrameNorAResource', async () => {
  const evil = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<!doctype html>'))
  await new Promise((listening) => evil.listen(0, '127.0.0.1', listening))
  try {
    const visit = await context.newPage()
    await visit.goto(`http://127.0.0.1:${evil.address().port}/`)
    assert.deepEqual(await visit.evaluate(attack, simulator.origin), {
      socket: 'refused',
      image: 'refused',
      fetch: 'refused',
    })
    await visit.close()
    assert.ok(await page.getByText('Used elsewhere').isHidden(), 'the user keeps the phone')
  } finally {
    evil.close()
  }
})

/** Runs in the other page, to which the browser gives the same cookie: ports do not make a site. */
async function attack(origin) {
  const outcome = (start) =>
    new Promise((resolve) =>
      start(
        () => resolve('open'),
        () => resolve('refused'),
      ),
    )
  return {
    socket: await outcome((open, refused) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/simulator/socket`)
      Object.assign(socket, { onopen: open, onerror: refused })
    }),
    image: await outcome((open, refused) => {
      Object.assign(new Image(), { onload: open, onerror: refused, src: `${origin}/simulator/resource?path=images/tea.svg` })
    }),
    fetch: await outcome((open, refused) => fetch(origin, { credentials: 'include' }).then(open, refused)),
  }
}

test('secondRun_onAPortInUse_endsWithWhatToDo', async () => {
  const { port } = new URL(simulator.origin)
  await assert.rejects(Simulator.start('sample-miniprograms/food-order', port), (error) => {
    assert.match(error.message, /ended with 2/)
    assert.match(error.message, new RegExp(port))
    return true
  })
})
