import { createServer } from 'node:http'
import { Cloakroom, Problem } from './cloakroom.mjs'
import { Kitchen } from './kitchen.mjs'

const MOST_BYTES = 64 * 1024

const { CLOAKROOM_API, CLOAKROOM_PROGRAM_ID, CLOAKROOM_PROGRAM_SECRET, PORT = '0' } = process.env
if (!CLOAKROOM_API || !CLOAKROOM_PROGRAM_ID || !CLOAKROOM_PROGRAM_SECRET) {
  console.error('set CLOAKROOM_API, CLOAKROOM_PROGRAM_ID and CLOAKROOM_PROGRAM_SECRET')
  process.exit(2)
}

const kitchen = new Kitchen(new Cloakroom(CLOAKROOM_API, CLOAKROOM_PROGRAM_ID, CLOAKROOM_PROGRAM_SECRET))

const ROUTES = {
  'GET /menu': () => kitchen.menu(),
  'POST /session': async (request) => kitchen.signIn(await jsonOf(request)),
  'POST /orders': async (request) => kitchen.placeOrder(request.headers['x-session'], await jsonOf(request)),
}

async function answerTo(request) {
  const route = ROUTES[`${request.method} ${pathOf(request)}`]
  if (!route) return { status: 404, body: { error: 'no such page' } }
  try {
    return await route(request)
  } catch (error) {
    return failureOf(error)
  }
}

function failureOf(error) {
  if (error instanceof Problem) return { status: 403, body: { error: error.message } }
  if (error instanceof SyntaxError || error instanceof RangeError) return { status: 400, body: { error: 'not a JSON object' } }
  console.error(error)
  return { status: 502, body: { error: 'the kitchen cannot reach the host' } }
}

async function jsonOf(request) {
  const parts = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new RangeError('too long')
    parts.push(part)
  }
  const value = JSON.parse(Buffer.concat(parts).toString('utf8'))
  if (value === null || typeof value !== 'object') throw new SyntaxError('not an object')
  return value
}

function pathOf(request) {
  return request.url.split('?')[0]
}

const server = createServer(async (request, response) => {
  const { status, body } = await answerTo(request)
  console.log(`${request.method} ${pathOf(request)} ${status}`)
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
})

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`)
})

// The host that started this process ends it by a signal or, when the host itself dies, by the closed pipe.
process.on('SIGTERM', () => process.exit(0))
process.stdin.on('end', () => process.exit(0)).resume()
