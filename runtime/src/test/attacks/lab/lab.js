// Runs one attack and tells the host what came of it, with what it holds from before the attack.
const { log } = console
const { setNavigationBarTitle, getSetting } = wx
const later = setTimeout
const where = require('./where')

const ABSENT = Symbol('absent')
const SHOWN = 200
const MOST_OBJECTS = 20000
let port
const lab = { ...where, absent: ABSENT, page: undefined, release: () => {}, pressed: () => {} }

// by two ways: an attack may fill the console
function report(text) {
  const line = `outcome ${text}`
  log(line)
  setNavigationBarTitle({ title: line })
}

function nameOf(error) {
  if (error instanceof Error) return error.name
  return error && error.errMsg ? 'refused' : typeof error
}

async function run(attack) {
  log(`begun ${attack}`)
  try {
    const reached = await require(`./attacks/${attack}`)(lab)
    if (reached === ABSENT) report('not exercised')
    else report(reached === undefined ? 'nothing' : `reached: ${String(reached).replace(/\s+/g, ' ').slice(0, SHOWN)}`)
  } catch (error) {
    report(nameOf(error))
  }
}

/** What an honest program does with what is its user's: whoever listens in this realm hears it. */
async function handleTheSecret() {
  const secret = wx.getStorageSync('secret')
  globalThis.kept = secret
  void new Error(secret).stack
  const basket = [secret].map((value) => ({ value }))
  basket.push({ text: JSON.stringify({ secret }) })
  const copy = new Map([['secret', JSON.parse(JSON.stringify(basket))]])
  await Promise.resolve(copy.get('secret'))
  wx.setStorageSync('copy', secret.replace('-', '+').split('+').join('-'))
  report('nothing')
}

/** Has the host open the session of another user, who handles a secret, and waits until that is done. */
lab.victim = () =>
  new Promise((resolve) => {
    lab.release = resolve
    log('await victim')
  })

lab.wait = (milliseconds) => new Promise((resolve) => later(resolve, milliseconds))

/** Whether the host still talks to this session. */
lab.answers = () => new Promise((resolve) => getSetting({ success: () => resolve('the host goes on with it') }))

/** All objects that own members, symbols and prototypes lead to, from what the program holds. */
lab.reachable = () => {
  const queue = [globalThis, wx, lab.page, require, module]
  const seen = new Set()
  for (let i = 0; i < queue.length && seen.size < MOST_OBJECTS; i++) {
    const thing = queue[i]
    if (thing === null || !/object|function/.test(typeof thing) || seen.has(thing)) continue
    seen.add(thing)
    for (const value of membersOf(thing)) queue.push(value)
  }
  return [...seen]
}

function membersOf(thing) {
  const values = [Object.getPrototypeOf(thing)]
  for (const member of Object.values(Object.getOwnPropertyDescriptors(thing))) values.push(member.value, member.get)
  return values
}

/** The guest library's way to the worker: it lies in objects that a program can reach. */
lab.port = () => {
  port ??= lab.reachable().find((thing) => typeof thing.send === 'function' && typeof thing.schedule === 'function')
  return port
}

/** The guest library's calls to the host: any API, any arguments, and the answer. */
lab.call = (api, args = {}) => {
  const channel = lab.reachable().find((thing) => thing.waiting instanceof Map && typeof thing.call === 'function')
  return new Promise((resolve) => channel.call(...[api, args, '', ''].slice(0, channel.call.length - 1), resolve))
}

/** Asks for the phone number: what comes back is loot. */
lab.askForThePhone = async () => {
  const { ok, value } = await lab.call('getPhoneNumber')
  if (ok) return value.code
  throw value
}

/** Has the user tap a node of the page, and waits for the event. */
lab.tap = (id) =>
  new Promise((resolve) => {
    lab.pressed = resolve
    log(`await tap ${id}`)
  })

const hex = (number, bytes) => number.toString(16).padStart(2 * bytes, '0').slice(-2 * bytes)
const text = (string) => [...unescape(encodeURIComponent(string))].map((byte) => hex(byte.charCodeAt(0), 1)).join('')

lab.hex = text
/** Where a worker that was taken over puts in the number of its own session, and one that does not exist. */
lab.OWN = 'OWN-----'
lab.FOREIGN = 'FOREIGN-'
/** What only a worker can do that was taken over: any bytes to the host. */
lab.bytes = (digits) => lab.port().send('LOG', `RAW:${digits}`)

/** A whole frame of such a worker: `kind` is its letter in the protocol, `session` eight digits. */
lab.raw = (kind, json, session = lab.OWN) => {
  const body = text(JSON.stringify(json))
  lab.bytes(hex(5 + body.length / 2, 4) + text(kind) + session + body)
}

const KINDS = { c: 'CALL', p: 'PAGE', o: 'OPS', s: 'STORE', g: 'LOG', f: 'FAULT' }

/** A frame such as the guest library sends. */
lab.frame = (kind, json) => lab.port().send(KINDS[kind], typeof json === 'string' ? json : JSON.stringify(json))

/** A page of the attack's own, of which nothing but its root and one element is there. */
lab.open = (page = 900) => {
  lab.frame('p', { op: 'open', page, path: 'pages/lab/lab' })
  lab.frame('o', { page, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
}
lab.ops = (...ops) => lab.frame('o', { page: 900, ops })

lab.enter = (page, attack) => {
  lab.page = page
  if (attack === 'none') log('ready')
  else if (attack === 'go-on') lab.release()
  else if (attack === 'victim') handleTheSecret()
  else run(attack)
}

module.exports = lab
