const { stole, missed } = require('./loot')

const LONGEST = 1500
const now = setTimeout

/** Runs `work` to its end or gives up on it: a host that never answers must not stop the thief. */
function inTime(work) {
  let timer
  const patience = new Promise((resolve) => {
    timer = now(() => resolve(missed('no answer')), LONGEST)
  })
  return Promise.race([work(), patience]).finally(() => clearTimeout(timer))
}

/** Every attempt ends in an outcome {name, stolen, what}; nothing that it throws gets out. */
async function attempt({ name, run }, booty) {
  try {
    const { stolen, what } = await inTime(async () => run(booty))
    return { name, stolen, what }
  } catch (error) {
    return { name, ...missed(messageOf(error)) }
  }
}

function messageOf(error) {
  return String((error && (error.message || error.errMsg)) || error)
}

/** Calls wx[name] with callbacks; answers {ok, value} whatever way the answer comes. */
function call(name, options) {
  return new Promise((resolve) => {
    const success = (value) => resolve({ ok: true, value })
    const fail = (value) => resolve({ ok: false, value })
    if (typeof wx[name] !== 'function') return fail(`no wx.${name}`)
    try {
      const returned = wx[name]({ ...options, success, fail })
      if (returned && typeof returned.then === 'function') returned.then(success, fail)
    } catch (error) {
      fail(error)
    }
  })
}

/** Asks for the number as the button would, with whatever else may help; a code is a theft. */
async function askForCode(extra) {
  const { ok, value } = await call('getPhoneNumber', extra)
  return ok && value && value.code ? stole(value) : missed(value)
}

const wait = (milliseconds) => new Promise((resolve) => now(resolve, milliseconds))

module.exports = { attempt, call, askForCode, wait, messageOf }
