// A host without a host: answers the simulator's page in a browser that playwright drives. The program is
// real; users, consent and the developer's back end are made up. For looking at the page, not for tests of safety.
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Kitchen } from '../../../../../sample-miniprograms/food-order/backend/kitchen.mjs'
import { Program } from './program.mjs'

export const ORIGIN = 'http://127.0.0.1:8042'
const TYPES = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}
const NONCE = 'bm9uY2U'
const FRAME_POLICY = `sandbox allow-scripts; default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'; img-src blob: data:; font-src blob: data:; connect-src 'none'; form-action 'none'`
const TOP_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src 'self'; form-action 'none'"

export class FakeHost {
  received = []
  sequence = 0
  kitchen = new Kitchen({ subjectOf: () => 'made-up-subject', sendSms: () => this.redeem() })

  constructor(root, built) {
    this.root = root
    this.built = built
  }

  /** Serves one page of playwright. */
  async attach(page) {
    await page.route(`${ORIGIN}/**`, (route) => route.fulfill(this.answer(new URL(route.request().url()))))
    await page.routeWebSocket(/simulator\/socket/, (socket) => this.connected(socket))
  }

  send(message) {
    this.socket?.send(JSON.stringify(message))
  }

  ledger(entry) {
    this.send({ t: 'ledger', entry: { sequence: ++this.sequence, at: now(), program: 'wx00000000f00d0001', ...entry } })
  }

  answer({ pathname, searchParams }) {
    if (pathname === '/') return this.file('top.html', { 'content-security-policy': TOP_POLICY })
    if (pathname === '/simulator/frame') return this.frame()
    if (pathname === '/simulator/resource') return this.resource(join(this.root, searchParams.get('path')))
    return this.file(pathname.split('/').pop())
  }

  file(name, headers = {}) {
    return {
      status: 200,
      contentType: TYPES[extname(name)],
      headers,
      body: readFileSync(join(this.built, 'simulator', name)),
    }
  }

  frame() {
    const html = readFileSync(join(this.built, 'simulator/frame.html'), 'utf8')
    const script = readFileSync(join(this.built, 'simulator/frame.js'), 'utf8')
    const style = readFileSync(join(this.built, 'simulator/frame.css'), 'utf8')
    const body = html
      .replace('<!-- style -->', `<style nonce="${NONCE}">${style}</style>`)
      .replace('<!-- script -->', () => `<script nonce="${NONCE}">${script}</script>`)
    return { status: 200, contentType: 'text/html', headers: { 'content-security-policy': FRAME_POLICY }, body }
  }

  resource(file) {
    return existsSync(file)
      ? { status: 200, contentType: TYPES[extname(file)], body: readFileSync(file) }
      : { status: 404 }
  }

  connected(socket) {
    this.socket = socket
    socket.onMessage((text) => this.message(JSON.parse(text)))
    this.send({
      t: 'hello',
      program: { appId: 'wx00000000f00d0001', name: 'food-order' },
      user: 'Lin Yue',
      developer: 'Lantern Kitchen',
      width: 375,
      height: 667,
    })
    this.start()
  }

  start() {
    this.program?.stop()
    this.ui = {}
    this.send({ t: 'session', state: 'starting', message: '' })
    this.program = new Program(this.root, join(this.built, 'guest.js'), (kind, content) =>
      this.fromGuest(kind, content),
    )
    this.program.open('', { table: '7' })
    setTimeout(() => this.send({ t: 'session', state: 'running', message: '' }), 100)
  }

  fromGuest(kind, content) {
    if (kind === 'PAGE') this.send({ t: 'page', ...content })
    if (kind === 'OPS') this.send({ t: 'ops', ...content })
    if (kind === 'LOG')
      this.send({ t: 'console', level: content.level, text: content.text, place: content.at, at: now() })
    if (kind === 'FAULT') this.send({ t: 'problem', message: content.message, place: content.at, at: now() })
    if (kind === 'CALL') setTimeout(() => this.call(content), 20)
  }

  async call({ id, api, args }) {
    const reply = (value, ok = true) =>
      this.program.frame('REPLY', { id, ok, value: { errMsg: `${api}:ok`, ...value } })
    if (api === 'login') return reply({ code: 'made-up-login-code' })
    if (api === 'request') return reply(await this.request(args))
    if (api === 'getPhoneNumber') return this.ask(reply)
    this.chrome(api, args)
    reply({})
  }

  chrome(api, args) {
    if (api === 'showToast') this.ui.toast = { title: args.title, icon: args.icon }
    if (api === 'showModal') this.ui.dialog = args
    this.send({ t: 'ui', ...this.ui })
  }

  async request({ url, method, data, header }) {
    const path = new URL(url).pathname
    this.send({ t: 'backend', kind: 'request', method, url, body: data ?? '', status: 200, at: now() })
    const { status, body } = await this.kitchenAnswer(path, data ? JSON.parse(data) : {}, header)
    this.send({ t: 'backend', kind: 'log', line: `${method} ${path} ${status}`, at: now() })
    return { statusCode: status, header: {}, data: JSON.stringify(body), errMsg: 'request:ok' }
  }

  async kitchenAnswer(path, data, header) {
    if (path === '/menu') return this.kitchen.menu()
    return path === '/session' ? this.kitchen.signIn(data) : this.kitchen.placeOrder(header['x-session'], data)
  }

  redeem() {
    this.ledger({
      kind: 'redemption-reserved',
      action: 'send-sms',
      scope: 'scope.phoneNumber',
      rules: ['ask-for-phone'],
    })
    this.send({
      t: 'backend',
      kind: 'answer',
      method: 'POST',
      url: '/v1/redeem',
      body: '{"result":"sent"}',
      status: 200,
      at: now(),
    })
    this.send({ t: 'sms', to: '+86 138 2328 2836', text: 'Your order LK-JPR9Y is confirmed. Total ¥50.00.', at: now() })
    this.ledger({ kind: 'redemption-completed', result: 'SENT' })
    return { result: 'sent' }
  }

  ask(reply) {
    this.reply = reply
    const about = { scope: 'scope.phoneNumber', purpose: PURPOSE, recipients: ['sms-gateway'] }
    this.ledger({ kind: 'decided', stage: 'REQUEST', verdict: 'ASK', rules: ['ask-for-phone'], ...about })
    this.send({
      t: 'consent',
      id: 'p1',
      program: 'food-order',
      developer: 'Lantern Kitchen',
      ...about,
      recipients: ['City SMS gateway'],
      wording: {
        en: 'let it have messages sent to your phone number, without seeing the number',
        zh: '通过您的手机号向您发送消息，但看不到您的手机号',
      },
      lifetime: { en: 'until you revoke it', zh: '直到你撤回' },
    })
  }

  message(message) {
    this.received.push(message)
    const { page, node, value } = message
    if (message.t === 'tap')
      this.program.frame('EVENT', { seq: 1, page, node, type: 'tap', detail: { x: 0, y: 0 }, fields: {} })
    if (message.t === 'input')
      this.program.frame('EVENT', { seq: 1, page, node, type: message.phase, detail: { value }, fields: {} })
    if (message.t === 'back') this.program.frame('NAVIGATE', { seq: 1, action: 'navigateBack', url: '' })
    if (message.t === 'restart') this.start()
    if (message.t === 'modal') this.send({ t: 'ui', ...(this.ui = {}) })
    if (message.t === 'revoke') this.ledger({ kind: 'revoked', scope: message.scope, grant: '6EHNCK6x6L4Hswh2p3xa2w' })
    if (message.t === 'consent') this.decided(message.answer)
  }

  decided(answer) {
    if (answer === 'deny' || answer === 'dismiss') return this.reply({ errMsg: 'getPhoneNumber:fail user deny' }, false)
    const token = 'azxjnLZlwb3_BkfmZer8NJ5JLYwPdhYFLXGJG1P2E1M'
    this.ledger({
      kind: 'consented',
      scope: 'scope.phoneNumber',
      standing: answer === 'allow',
      receipt: '0t0ZGIln0ygm4Pp9vSJmAg',
    })
    this.ledger({
      kind: 'minted',
      scope: 'scope.phoneNumber',
      token: 'VwdBUSA2srfRCEx0',
      grant: '6EHNCK6x6L4Hswh2p3xa2w',
    })
    this.send({ t: 'token', token, scope: 'scope.phoneNumber', at: now() })
    this.reply({ code: token })
  }
}

const PURPOSE = 'To text you your order number when the kitchen accepts the order'

function now() {
  return new Date().toISOString()
}
