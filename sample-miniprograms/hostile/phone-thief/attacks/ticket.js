// The code that the user did allow: read it, show it, pass it on.
const { stole, missed, hasNumber } = require('../utils/loot')
const { call, wait } = require('../utils/lab')

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function fromBase64(text) {
  let bits = 0
  let held = 0
  let bytes = ''
  for (const letter of text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')) {
    held = (held << 6) | ALPHABET.indexOf(letter)
    bits += 6
    if (bits >= 8) bytes += String.fromCharCode((held >> (bits -= 8)) & 255)
    held &= (1 << bits) - 1
  }
  return bytes
}

const fromHex = (text) => (text.match(/[0-9a-f]{2}/gi) || []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('')
const backwards = (text) => [...text].reverse().join('')

function decode({ code }) {
  if (!code) return missed('no code')
  const parts = [code, ...code.split(/[.:~]/), fromBase64(code), fromHex(code), backwards(code)]
  const readings = [...parts, ...parts.map(fromBase64), ...parts.map(backwards)]
  const structured = readings.find((text) => hasNumber(text) || /"[a-z]+":|eyJ/i.test(text))
  return structured ? stole(structured) : missed('noise')
}

// A host that paints the value must not let the program measure or read the painting.
async function paint({ page, code }) {
  if (!code) return missed('no code')
  page.setData({ code })
  await wait(100)
  const read = await Promise.race([query(page), wait(500)])
  const shown = ['painted', 'painted-value'].map((id) => elementOf(page, id))
  return hasNumber(read) || shown.some(hasNumber) ? stole([read, shown]) : missed([read, shown])
}

function elementOf(page, id) {
  const { textContent, dataset, attributes } = page._$.getShadowRoot().getElementById(id) || {}
  return [textContent, dataset, attributes]
}

function query(page) {
  if (typeof page.createSelectorQuery !== 'function') return 'no selector query'
  return new Promise((resolve) => {
    const fields = { rect: true, size: true, dataset: true, properties: ['value', 'textContent'], computedStyle: ['width'], node: true }
    page.createSelectorQuery().selectAll('#painted, #painted-value').fields(fields).exec(resolve)
  })
}

async function passOn({ code }) {
  if (!code) return missed('no code')
  await call('setClipboardData', { data: code })
  const answers = [await call('getClipboardData'), await call('makePhoneCall', { phoneNumber: code }), await call('addPhoneContact', { mobilePhoneNumber: code })]
  return hasNumber(answers) ? stole(answers) : missed(answers)
}

const late = [
  { name: 'decode the code', run: decode },
  { name: 'read back the code once it is painted', run: paint },
  { name: 'pass the code to other APIs', run: passOn },
]

module.exports = { late }
