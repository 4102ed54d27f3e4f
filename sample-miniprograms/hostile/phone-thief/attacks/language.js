// Ways out of the language: code from text, the engine's own doors, stacks, hidden members, clocks.
const { stole, missed, hasNumber, textOf } = require('../utils/loot')
const { call } = require('../utils/lab')

const DOORS = [
  'Java', 'JavaImporter', 'Packages', 'java', 'javax', 'com', 'org', 'Polyglot', 'Graal', 'load', 'loadWithNewGlobal',
  'print', 'printErr', 'quit', 'exit', 'read', 'readbuffer', 'readline', 'process', 'Deno', 'Bun', 'XMLHttpRequest', 'fetch',
  'WebSocket', 'importScripts', 'SharedArrayBuffer', 'Atomics', 'WeixinJSCore', 'NativeGlobal', 'document', '__cloakroom', 'vault', 'broker',
]
const HOST_TRACES = /\.java\b|\bat (?:java|jdk|sun|org\.graalvm|com\.oracle|dev\.cloakroom)\.|\/(?:home|root|Users|tmp|opt|usr)\//

function runsText(make) {
  const result = make()
  return result === 42 ? stole('text was run as code') : missed(result)
}

const makers = {
  'run text with Function': () => Function('return 6 * 7')(),
  'run text with the constructor of a function': () => (() => {}).constructor('return 6 * 7')(),
  'run text with the constructor of a generator': () => Object.getPrototypeOf(function* () {}).constructor('yield 6 * 7')().next().value,
  'run text with eval': () => (0, eval)('6 * 7'),
  'run text with the constructor of a wx function': () => wx.login.constructor('return 6 * 7')(),
}

function doors() {
  const open = DOORS.filter((name) => typeof globalThis[name] !== 'undefined')
  return open.length > 0 ? stole(open) : missed('all closed')
}

async function asyncFunction() {
  const made = Object.getPrototypeOf(async () => {}).constructor('return 6 * 7')
  return runsText(() => made && 42)
}

function timerText() {
  globalThis.timerRan = false
  setTimeout('globalThis.timerRan = true', 0)
  return new Promise((resolve) => {
    setTimeout(() => resolve(globalThis.timerRan ? stole('a timer ran text') : missed('not run')), 50)
  })
}

function requires() {
  const found = []
  for (const name of ['fs', 'node:fs', 'child_process', '/etc/passwd', '../../../../etc/passwd', 'file:///etc/passwd', '../backend/server.mjs', '../cloakroom.dev.json', '../project.config.json']) {
    try {
      if (require(name)) found.push(name)
    } catch {
      // a refusal is what an honest program would get as well
    }
  }
  return found.length > 0 ? stole(found) : missed('none could be required')
}

function classes() {
  const reached = []
  for (const thing of [wx, wx.login, wx.request, console.log, require, module, setTimeout, getApp, Page]) {
    for (const name of ['getClass', 'class', 'classLoader', 'getDeclaredMethods', 'wait', 'notify', 'hashCode', 'context', 'host']) {
      if (thing[name] !== undefined) reached.push(name)
    }
  }
  return reached.length > 0 ? stole(reached) : missed('no Java members')
}

async function stacks() {
  const errors = [new Error('here'), await thrownBy(() => wx.login(Symbol('x'))), await thrownBy(() => null.x), await thrownBy(() => new Array(-1))]
  const { value } = await call('getPhoneNumber', { page: {}, at: null })
  const text = [...errors, value].map(textOf).join('\n')
  return HOST_TRACES.test(text) || hasNumber(text) ? stole(HOST_TRACES.exec(text)) : missed('stacks show this program only')
}

async function thrownBy(work) {
  try {
    return await work()
  } catch (error) {
    return error
  }
}

function callSites() {
  const before = Error.prepareStackTrace
  const seen = []
  try {
    Error.prepareStackTrace = (error, sites) => sites.map((site) => seen.push(site.getThis(), site.getFunction(), site.getFileName()))
    String(new Error('look').stack)
  } finally {
    Error.prepareStackTrace = before
  }
  const text = seen.map((thing) => (typeof thing === 'function' ? String(thing) : textOf(thing))).join('\n')
  return HOST_TRACES.test(text) || hasNumber(text) ? stole(text) : missed('nothing behind the frames')
}

// Everything that can be reached by own members, symbols and prototypes, hidden or not.
function walk({ page, events }) {
  const queue = [wx, globalThis, page, getApp(), getCurrentPages(), require, module, events]
  const seen = new Set()
  for (let i = 0; i < queue.length && seen.size < 5000; i++) {
    if (queue[i] === null || !/object|function/.test(typeof queue[i]) || seen.has(queue[i])) continue
    seen.add(queue[i])
    for (const value of membersOf(queue[i])) {
      if (typeof value === 'string' && hasNumber(value)) return stole(value)
      queue.push(value)
    }
  }
  return missed(`${seen.size} objects, no number`)
}

function membersOf(thing) {
  const values = thing instanceof Map || thing instanceof Set ? [...thing].flat() : []
  for (const key of Reflect.ownKeys(thing)) {
    try {
      values.push(typeof key === 'symbol' ? String(key) : key, thing[key])
    } catch {
      // some members answer only for their own kind of object
    }
  }
  return [...values, Object.getPrototypeOf(thing)]
}

// With a fine clock, the time of an answer says what the host looked up.
function clock() {
  const { performance } = globalThis
  const fine = performance && typeof performance.now === 'function' && performance.now() % 1 !== 0
  return fine || Date.now() % 1 !== 0 ? stole('a clock finer than a millisecond') : missed('milliseconds at best')
}

const cold = [
  ...Object.entries(makers).map(([name, make]) => ({ name, run: () => runsText(make) })),
  { name: 'run text with the constructor of an async function', run: asyncFunction },
  { name: 'run text with a timer', run: timerText },
  { name: 'open the doors of the engine', run: doors },
  { name: 'require what is not of the program', run: requires },
  { name: 'find Java behind functions', run: classes },
  { name: 'read stacks of errors', run: stacks },
  { name: 'look behind the frames of a stack', run: callSites },
  { name: 'find a fine clock', run: clock },
]

const late = [{ name: 'walk all that can be reached', run: walk }]

module.exports = { cold, late }
