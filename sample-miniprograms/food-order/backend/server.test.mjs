import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('server.mjs', import.meta.url))

// A stand-in for the host: it keeps what it was sent and answers what the test says.
const host = { requests: [], answer: {} }
const hostServer = createServer(async (request, response) => {
  let text = ''
  for await (const part of request) text += part
  host.requests.push({ path: request.url, headers: request.headers, body: JSON.parse(text) })
  const { status, body } = host.answer[request.url]
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
})

let backend
let origin

before(async () => {
  hostServer.listen(0, '127.0.0.1')
  await once(hostServer, 'listening')
  const env = {
    ...process.env,
    CLOAKROOM_API: `http://127.0.0.1:${hostServer.address().port}`,
    CLOAKROOM_PROGRAM_ID: 'food-order',
    CLOAKROOM_PROGRAM_SECRET: 'a-secret',
    PORT: '0',
  }
  backend = spawn(process.execPath, [SERVER], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(backend.stdout), 'line')
  origin = line.replace('listening on ', '')
})

beforeEach(() => {
  host.requests = []
  host.answer = {
    '/v1/session': { status: 200, body: { subject: 'subject-1' } },
    '/v1/redeem': { status: 200, body: { receipt: 'receipt-1', result: 'sent', at: '2026-11-21T12:00:00Z' } },
  }
})

after(() => {
  backend.kill()
  hostServer.close()
})

function problem(status, kind, detail) {
  return { status, body: { type: `https://host.example/problems/${kind}`, title: kind, status, detail } }
}

async function post(path, body, session) {
  const headers = { 'Content-Type': 'application/json', ...(session && { 'x-session': session }) }
  const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

async function signIn() {
  return (await post('/session', { code: 'login-code' })).body.session
}

test('session_exchangesTheLoginCodeAndKeepsTheSubject', async () => {
  const answer = await post('/session', { code: 'login-code' })
  assert.equal(answer.status, 200)
  assert.deepEqual(Object.keys(answer.body), ['session'])
  assert.doesNotMatch(answer.body.session, /subject/)
  assert.deepEqual(host.requests[0].body, { code: 'login-code' })
  assert.equal(host.requests[0].headers.authorization, 'Basic ' + btoa('food-order:a-secret'))
})

test('session_refusesWhatTheHostRefuses', async () => {
  host.answer['/v1/session'] = problem(400, 'invalid-code', 'the login code is not valid')
  assert.deepEqual(await post('/session', { code: 'x' }), { status: 403, body: { error: 'the login code is not valid' } })
})

test('orders_redeemsThePhoneCodeForOneTextWithItsOwnTotal', async () => {
  const items = [{ id: 1, count: 1 }, { id: 3, count: 2, price: 1 }]
  const { status, body } = await post('/orders', { items, table: '7', note: 'no coriander', phoneCode: 'a-code' }, await signIn())
  assert.equal(status, 200)
  assert.deepEqual(body, { orderNo: body.orderNo, total: '¥68.00', table: '7', note: 'no coriander', sms: 'sent' })
  const { headers, body: sent } = host.requests.at(-1)
  assert.match(body.orderNo, /^[A-Z0-9-]{1,20}$/)
  assert.equal(headers['idempotency-key'], body.orderNo)
  assert.deepEqual(sent, {
    token: 'a-code',
    action: 'send-sms',
    recipient: 'sms-gateway',
    parameters: { template: 'order-confirmed', orderNo: body.orderNo, total: '¥68.00' },
  })
})

test('orders_withoutACodeRedeemNothing', async () => {
  const { body } = await post('/orders', { items: [{ id: 5, count: 1 }] }, await signIn())
  assert.equal(body.sms, 'none')
  assert.deepEqual(host.requests.map((request) => request.path), ['/v1/session'])
})

test('orders_standWhenTheHostRefusesTheText', async () => {
  host.answer['/v1/redeem'] = problem(400, 'invalid-token', 'the token is not valid')
  const { status, body } = await post('/orders', { items: [{ id: 5, count: 1 }], phoneCode: 'c' }, await signIn())
  assert.deepEqual([status, body.sms, body.reason], [200, 'refused', 'your permission has ended'])
})

test('orders_refuseStrangersAndImpossibleOrders', async () => {
  const items = [{ id: 1, count: 1 }]
  assert.equal((await post('/orders', { items }, 'no-session')).status, 401)
  const session = await signIn()
  for (const wrong of [[], [{ id: 99, count: 1 }], [{ id: 1, count: -1 }], [{ id: 1, count: 0.5 }], 'all', undefined]) {
    assert.equal((await post('/orders', { items: wrong }, session)).status, 400)
  }
})

test('server_answers400And404AndListsTheMenu', async () => {
  assert.equal((await post('/session', null)).status, 400)
  assert.equal((await fetch(`${origin}/nowhere`)).status, 404)
  const menu = await (await fetch(`${origin}/menu`)).json()
  assert.equal(menu.sections[0].dishes[0].name, 'Beef noodles')
})

test('server_exitsWhenItsInputCloses', async () => {
  backend.stdin.end()
  const [code] = await once(backend, 'exit')
  assert.equal(code, 0)
})
