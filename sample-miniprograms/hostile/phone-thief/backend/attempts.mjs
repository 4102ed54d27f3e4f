// What a dishonest developer can try with nothing but the public API, program credentials and codes.
import { randomUUID } from 'node:crypto'

const OWN_NUMBER = '+12025550123'
const OWN_SERVER = 'https://light-fingers.example/collect'
const NUMBER = /(?<![0-9])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])/
const HEX_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}/gi

const HONEST = {
  action: 'send-sms',
  recipient: 'sms-gateway',
  parameters: { template: 'order-confirmed', orderNo: 'LF-1', total: '¥1.00' },
}

/** Each is a name and the body of a redemption that must be refused even though the token is good. */
const REDEMPTIONS = [
  ['a literal number as the recipient', { recipient: OWN_NUMBER }],
  ['a server of one\'s own as the recipient', { recipient: OWN_SERVER }],
  ['another recipient', { recipient: 'courier' }],
  ['no recipient', { recipient: undefined }],
  ['a list of recipients', { recipient: ['sms-gateway', OWN_NUMBER] }],
  ['another action', { action: 'reveal' }],
  ['the action of another scope', { action: 'ship-parcel', recipient: 'courier' }],
  ['an action named like a method', { action: 'constructor' }],
  ['a list of actions', { action: ['send-sms', 'reveal'] }],
  ['a number to send to as a parameter', parameters({ to: OWN_NUMBER })],
  ['a phone parameter', parameters({ phone: OWN_NUMBER, phoneNumber: OWN_NUMBER })],
  ['a webhook for the delivery report', parameters({ webhook: OWN_SERVER, callback: OWN_SERVER, statusUrl: OWN_SERVER })],
  ['a text of one\'s own', parameters({ template: undefined, text: 'Hello {phone}' })],
  ['an echo template', parameters({ template: 'echo' })],
  ['a template from a path', parameters({ template: '../order-confirmed' })],
  ['a template named like a method', parameters({ template: '__proto__' })],
  ['interpolation of {phone}', parameters({ orderNo: '{phone}' })],
  ['interpolation of ${phone}', parameters({ orderNo: '${phone}', total: '${value}' })],
  ['interpolation of %s', parameters({ orderNo: '%s', total: '%1$s' })],
  ['interpolation of the other parameter', parameters({ orderNo: '{total}', total: '{orderNo}' })],
  ['a link in the text', parameters({ orderNo: OWN_SERVER })],
  ['a second line with headers', parameters({ orderNo: `1\r\nBcc: ${OWN_NUMBER}` })],
  ['a parameter that is too long', parameters({ orderNo: 'A'.repeat(2000) })],
  ['a parameter that is not text', parameters({ orderNo: { toString: 'phone' }, total: ['¥1.00'] })],
  ['digits of another script', parameters({ orderNo: '１３８００', total: '¥１' })],
  ['a long code in a verification text', { parameters: { template: 'verification-code', code: '12025550123' } }],
  ['no parameters', { parameters: undefined }],
]

const PATHS = [
  'GET /v1/users', 'GET /v1/users/lin', 'GET /v1/ledger', 'GET /v1/grants', 'GET /v1/tokens', 'GET /v1/receipts', 'GET /admin',
  'GET /metrics', 'GET /debug', 'GET /actuator/heapdump', 'POST /v1/introspect', 'POST /v1/reveal', 'POST /v1/consent', 'GET /v1/../data/host.db',
]

function parameters(more) {
  return { parameters: { ...HONEST.parameters, ...more } }
}

/** Plays all attempts against the host's API; answers [{name, stolen, what}], `what` being the host's answer. */
export class Attempts {
  #api
  #credentials
  #outcomes = []

  constructor(api, programId, secret) {
    this.#api = api
    this.#credentials = { id: programId, secret }
  }

  async play({ loginCodes = [], phoneCode }) {
    await this.#sessions(loginCodes)
    await this.#strangers(phoneCode || randomUUID())
    await this.#badTokens(loginCodes)
    await this.#corridors()
    if (phoneCode) await this.#withTicket(phoneCode)
    return this.#outcomes
  }

  async #sessions([used, fresh]) {
    await this.#post('/v1/session', { code: used })
    await this.#refused('a login code twice', this.#post('/v1/session', { code: used }))
    await this.#refused('a login code that was made up', this.#post('/v1/session', { code: randomUUID() }))
    await this.#refused('a login code as a list', this.#post('/v1/session', { code: [used] }))
    await this.#refused('a login code with wrong credentials', this.#post('/v1/session', { code: fresh }, { secret: 'guess' }))
  }

  async #strangers(token) {
    const { id, secret } = this.#credentials
    await this.#refused('a wrong secret', this.#redeem({ token }, { secret: `${secret}x` }))
    await this.#refused('an empty secret', this.#redeem({ token }, { secret: '' }))
    await this.#refused('another program\'s name', this.#redeem({ token }, { id: 'wx00000000f00d0001' }))
    await this.#refused('no credentials', this.#redeem({ token }, { authorization: '' }))
    await this.#refused('a bearer token', this.#redeem({ token }, { authorization: `Bearer ${token}` }))
    await this.#refused('credentials in the body', this.#redeem({ token, client_id: id, client_secret: secret }, { authorization: '' }))
  }

  async #badTokens([, loginCode]) {
    const made = [randomUUID(), '', 'A'.repeat(43), '../../etc/passwd', "' OR 1=1 --", null, 42, {}, [], 'x'.repeat(100_000)]
    for (const token of made) await this.#refused(`the token ${String(JSON.stringify(token)).slice(0, 24)}`, this.#redeem({ token }))
    await this.#refused('a login code as the token', this.#redeem({ token: loginCode }))
  }

  async #corridors() {
    for (const corridor of PATHS) {
      const [method, path] = corridor.split(' ')
      await this.#refused(corridor, this.#send(method, path, method === 'POST' ? '{}' : undefined))
    }
  }

  async #withTicket(token) {
    for (const [name, more] of REDEMPTIONS) await this.#refused(name, this.#redeem({ token, ...more }))
    await this.#twice(token)
  }

  // The user did allow one message, so the first of these may be sent; not one more, and no word of the number.
  async #twice(token) {
    const key = randomUUID()
    const more = { webhook: OWN_SERVER, notify: OWN_SERVER, reveal: true }
    await this.#tolerated('members that the API does not have', this.#redeem({ token, ...more }))
    await this.#tolerated('the one message that was allowed', this.#redeem({ token }, { key }))
    await this.#tolerated('the same redemption repeated', this.#redeem({ token }, { key }))
    await this.#refused('the same key for another message', this.#redeem({ token, ...parameters({ orderNo: 'LF-2' }) }, { key }))
    await this.#refused('a second message', this.#redeem({ token }))
    const race = Array.from({ length: 8 }, () => this.#redeem({ token }))
    for (const [i, sent] of race.entries()) await this.#refused(`a second message in a race, ${i + 1}`, sent)
  }

  #redeem(more, as = {}) {
    return this.#post('/v1/redeem', { ...HONEST, ...more }, { key: randomUUID(), ...as })
  }

  #post(path, body, as) {
    return this.#send('POST', path, JSON.stringify(body), as)
  }

  async #send(method, path, body, { id, secret, authorization, key } = {}) {
    const credentials = `${id ?? this.#credentials.id}:${secret ?? this.#credentials.secret}`
    const headers = {
      'Content-Type': 'application/json',
      Authorization: authorization ?? 'Basic ' + Buffer.from(credentials).toString('base64'),
      ...(key && { 'Idempotency-Key': key }),
    }
    const answer = await fetch(this.#api + path, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  }

  /** A good answer to what must be refused is a theft. */
  #refused(name, sent) {
    return this.#note(name, sent, ({ status }) => status >= 200 && status < 300)
  }

  #tolerated(name, sent) {
    return this.#note(name, sent, () => false)
  }

  // A number in an answer is a theft whatever was asked.
  async #note(name, sent, isTheft) {
    try {
      const answer = await sent
      const number = NUMBER.test(JSON.stringify(answer).replace(HEX_ID, ''))
      this.#outcomes.push({ name, stolen: number || isTheft(answer), what: `${answer.status} ${answer.body}`.slice(0, 300) })
    } catch (error) {
      this.#outcomes.push({ name, stolen: false, what: error.message })
    }
  }
}
