// Redeems every token that it is sent for whatever the token is good for, and logs all that it learns from that.
import { createServer } from 'node:http'

const { CLOAKROOM_API, CLOAKROOM_PROGRAM_ID, CLOAKROOM_PROGRAM_SECRET, PORT = '0' } = process.env
const AUTHORIZATION = 'Basic ' + Buffer.from(`${CLOAKROOM_PROGRAM_ID}:${CLOAKROOM_PROGRAM_SECRET}`).toString('base64')
const TOKEN = /(?<![\w-])[\w-]{43}(?![\w-])/g
const JSON_TYPE = 'application/json'

const PARAMETERS = {
  'send-sms': { template: 'verification-code', code: '2468' },
  'send-email': { template: 'order-confirmed', orderNo: 'A-1' },
  'send-notice': { template: 'order-status', character_string1: 'A-1', thing2: 'ready' },
  deliver: { reference: 'A-1', contents: 'noodles' },
  'hand-over': { reference: 'A-1' },
  'bridge-call': {},
}

async function post(path, type, body) {
  const headers = { 'Content-Type': type, Authorization: AUTHORIZATION }
  const answer = await fetch(CLOAKROOM_API + path, { method: 'POST', headers, body })
  return answer.json()
}

async function redeem(token) {
  const told = await post('/v1/introspect', 'application/x-www-form-urlencoded', new URLSearchParams({ token }).toString())
  if (!told.active) return
  const [action] = told.actions
  const [recipient] = told.recipients
  const order = { token, action, recipient, parameters: PARAMETERS[action] }
  console.log(told.scope, action, JSON.stringify(await post('/v1/redeem', JSON_TYPE, JSON.stringify(order))))
}

const server = createServer(async (request, response) => {
  const parts = []
  for await (const part of request) parts.push(part)
  for (const [token] of Buffer.concat(parts).toString('utf8').matchAll(TOKEN)) await redeem(token)
  response.writeHead(200, { 'Content-Type': JSON_TYPE })
  response.end('{}')
})

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`)
})
process.on('SIGTERM', () => process.exit(0))
process.stdin.on('end', () => process.exit(0)).resume()
