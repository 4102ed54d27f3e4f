// Storage of other users, other programs and the host.
const { stole, missed } = require('../utils/loot')
const { call } = require('../utils/lab')

const KEYS = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '*', '%', '../food-order/basket', 'lin/phone', 'mei:phone', 'user', 'phone',
  'vault', 'session', '/etc/passwd', "' OR 1=1 --", 'basket', 'a\u0000b',
]

const isEmpty = (value) => value === '' || value === undefined || value === null

function valueOf(key) {
  try {
    return wx.getStorageSync(key)
  } catch {
    return '' // a host may refuse a strange key
  }
}

function readSync() {
  const found = KEYS.map((key) => [key, valueOf(key)]).filter(([, value]) => !isEmpty(value))
  return found.length > 0 ? stole(found) : missed('all empty')
}

async function readAsync() {
  const answers = await Promise.all(KEYS.map((key) => call('getStorage', { key })))
  const found = answers.filter(({ ok, value }) => ok && value && !isEmpty(value.data))
  return found.length > 0 ? stole(found) : missed('all empty')
}

function keys() {
  const info = wx.getStorageInfoSync()
  const foreign = info.keys.filter((key) => key !== 'mine')
  return foreign.length > 0 ? stole(foreign) : missed(info)
}

function write(key, value) {
  try {
    wx.setStorageSync(key, value)
  } catch {
    // nothing was written, so nothing can be harmed
  }
}

function writePrototype() {
  write('__proto__', { polluted: true })
  write('mine', JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'))
  const read = wx.getStorageSync('mine')
  const harmed = {}.polluted !== undefined || wx.getStorageSync('nothing').polluted !== undefined
  wx.removeStorageSync('__proto__')
  return harmed ? stole('a stored value reached a prototype') : missed(read)
}

const cold = [
  { name: 'read foreign keys at once', run: readSync },
  { name: 'read foreign keys by call', run: readAsync },
  { name: 'list foreign keys', run: keys },
  { name: 'store a prototype', run: writePrototype },
]

module.exports = { cold }
