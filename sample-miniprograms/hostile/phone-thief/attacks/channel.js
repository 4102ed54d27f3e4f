// Past the library: the program shares its realm with the code that speaks to the host, so it may find the
// speaker and use it. What it says must be worth no more than what `wx` says.
const { stole, missed } = require('../utils/loot')

const RAW_NAMES = ['openVault', 'vault.open', 'reveal', 'redeem', 'introspect', 'consent', 'grant', 'constructor', 'getClass', 'GetPhoneNumber']

/** The object that sends calls to the host, or undefined; found by what it can do, not by its name. */
function findSpeaker(page) {
  const queue = [elementOf(page, 'grab'), page._$]
  const seen = new Set()
  for (let i = 0; i < queue.length && seen.size < 3000; i++) {
    const thing = queue[i]
    if (thing === null || typeof thing !== 'object' || seen.has(thing)) continue
    seen.add(thing)
    if (['call', 'reply', 'send'].every((name) => typeof thing[name] === 'function')) return thing
    queue.push(...ownValues(thing))
  }
  return undefined
}

function ownValues(thing) {
  const members = Object.values(Object.getOwnPropertyDescriptors(thing))
  return members.map(({ value }) => value).filter((value) => typeof value === 'object')
}

function elementOf(page, id) {
  return page._$.getShadowRoot().getElementById(id).getBackendElement()
}

/** What the library itself would send for a tap on the element with that id. */
function argsFor(page, id, more) {
  const { id: node, tree } = elementOf(page, id)
  return { page: tree ? tree.page : 1, node, ...more }
}

function say(speaker, api, args) {
  return new Promise((resolve) => speaker.call(api, args, resolve))
}

/** Says `api` to the host; answers its reply {ok, value}, or undefined when no speaker can be found. */
async function speak(page, api, args) {
  const speaker = findSpeaker(page)
  return speaker && say(speaker, api, args)
}

async function askRaw(page, id, more) {
  const reply = await speak(page, 'getPhoneNumber', argsFor(page, id, more))
  if (!reply) return missed('no way past the library was found')
  return reply.ok && reply.value.code ? stole(reply) : missed(reply)
}

async function rawNames({ page }) {
  const replies = []
  for (const name of RAW_NAMES) replies.push(await speak(page, name, { scope: 'scope.phoneNumber', user: 'mei' }))
  return replies.some((reply) => reply && reply.ok) ? stole(replies) : missed(replies)
}

const cold = [
  { name: 'past the library, without a tap', run: ({ page }) => askRaw(page, 'grab') },
  { name: 'past the library, as another user', run: ({ page }) => askRaw(page, 'grab', { user: 'mei', session: 2, gesture: true }) },
  { name: 'past the library, names that wx does not have', run: rawNames },
]

const onFakeAllow = [
  { name: 'past the library, the real button for a tap on the painted one', run: ({ page }) => askRaw(page, 'grab') },
  { name: 'past the library, the painted button itself', run: ({ page }) => askRaw(page, 'fake-allow') },
]

const late = [{ name: 'past the library, the same tap again', run: ({ page }) => askRaw(page, 'grab') }]

/** The call that the button is about to make, made before it: the host's answer, or why there is none. */
async function overtake(page) {
  try {
    const reply = await speak(page, 'getPhoneNumber', argsFor(page, 'grab'))
    return reply ? reply.value : {}
  } catch (error) {
    return { errMsg: error.message }
  }
}

module.exports = { cold, onFakeAllow, late, overtake }
