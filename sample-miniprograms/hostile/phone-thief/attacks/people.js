// Every other API that WeChat has for a person's data.
const { stole, missed, hasNumber } = require('../utils/loot')
const { call } = require('../utils/lab')

const APIS = [
  'getUserProfile', 'getUserInfo', 'chooseAddress', 'chooseContact', 'chooseInvoiceTitle', 'chooseLicensePlate', 'getWeRunData',
  'getLocation', 'getFuzzyLocation', 'getClipboardData', 'getShareInfo', 'getGroupEnterInfo', 'getSystemInfo', 'getWifiList',
]
const SYNC = ['getSystemInfoSync', 'getAccountInfoSync', 'getLaunchOptionsSync', 'getEnterOptionsSync', 'getDeviceInfo', 'getExtConfigSync']
const PERSONAL = ['encryptedData', 'iv', 'userName', 'telNumber', 'phoneNumber', 'latitude', 'plateNumber', 'taxNumber', 'openId', 'unionId']

function isPersonal(value) {
  return hasNumber(value) || PERSONAL.some((name) => value && value[name] !== undefined)
}

async function ask(name) {
  const { ok, value } = await call(name, { desc: 'to complete your profile', withCredentials: true, type: 'gcj02', lang: 'en' })
  return ok && isPersonal(value) ? stole(value) : missed(value)
}

function answerOf(name) {
  try {
    return wx[name]()
  } catch (error) {
    return error.message
  }
}

function readSync() {
  const answers = SYNC.map(answerOf)
  return answers.some(isPersonal) ? stole(answers) : missed(answers)
}

// Names that a careless host might look up among its own methods.
async function hiddenNames() {
  const names = ['constructor', 'toString', '__proto__', 'vault.open', 'GetPhoneNumber', 'getphonenumber', 'getPhoneNumber\u0000', 'openVault', 'redeem']
  const own = names.filter((name) => Object.prototype.hasOwnProperty.call(wx, name) && typeof wx[name] === 'function')
  const answers = await Promise.all(own.map((name) => call(name)))
  const answered = own.filter((name, i) => answers[i].ok)
  return answered.length > 0 ? stole(answered) : missed('none answers')
}

const cold = [
  ...APIS.map((name) => ({ name: `ask with wx.${name}`, run: () => ask(name) })),
  { name: 'ask what needs no asking', run: readSync },
  { name: 'call names that wx does not have', run: hiddenNames },
]

module.exports = { cold }
