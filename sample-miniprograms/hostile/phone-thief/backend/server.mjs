import { createServer } from 'node:http'
import { Attempts } from './attempts.mjs'

const { CLOAKROOM_API, CLOAKROOM_PROGRAM_ID, CLOAKROOM_PROGRAM_SECRET, PORT = '0' } = process.env
if (!CLOAKROOM_API || !CLOAKROOM_PROGRAM_ID || !CLOAKROOM_PROGRAM_SECRET) {
  console.error('set CLOAKROOM_API, CLOAKROOM_PROGRAM_ID and CLOAKROOM_PROGRAM_SECRET')
  process.exit(2)
}

const authorization = 'Basic ' + Buffer.from(`${CLOAKROOM_PROGRAM_ID}:${CLOAKROOM_PROGRAM_SECRET}`).toString('base64')

const ROUTES = {
  'GET /where': () => ({ body: { api: CLOAKROOM_API, authorization } }),
  'GET /headers': (request) => ({ body: request.headers }),
  'GET /jump': () => ({ status: 302, headers: { Location: `${CLOAKROOM_API}/v1/session` }, body: {} }),
  'POST /steal': async (request) => ({ body: await steal(await jsonOf(request)) }),
}

function steal(codes) {
  return new Attempts(CLOAKROOM_API, CLOAKROOM_PROGRAM_ID, CLOAKROOM_PROGRAM_SECRET).play(codes)
}

async function answerTo(request) {
  const route = ROUTES[`${request.method} ${request.url}`]
  if (!route) return { status: 404, body: { error: 'no such page' } }
  try {
    return await route(request)
  } catch (error) {
    console.error(error)
    return { status: 500, body: { error: error.message } }
  }
}

async function jsonOf(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

const server = createServer(async (request, response) => {
  const { status = 200, headers = {}, body } = await answerTo(request)
  console.log(`${request.method} ${request.url} ${status}`)
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
})

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`)
})

process.on('SIGTERM', () => process.exit(0))
process.stdin.on('end', () => process.exit(0)).resume()
