// The kitchen's own server: the only place this program talks to.
const ORIGIN = 'https://food-order.example'

let signingIn = null
let menuRequest = null

function send(method, path, data, session) {
  return new Promise((resolve, reject) => {
    wx.request({
      url: ORIGIN + path,
      method,
      data,
      header: session ? { 'x-session': session } : {},
      success: resolve,
      fail: (problem) => reject(new Error(problem.errMsg)),
    })
  })
}

async function bodyOf(answer) {
  const { statusCode, data } = await answer
  if (statusCode >= 200 && statusCode < 300) return data
  const error = new Error((data && data.error) || `the kitchen answered ${statusCode}`)
  error.statusCode = statusCode
  throw error
}

async function newSession() {
  const { code } = await wx.login()
  const { session } = await bodyOf(send('POST', '/session', { code }))
  return session
}

function signIn() {
  if (!signingIn) {
    signingIn = newSession()
    signingIn.catch(forgetSession)
  }
  return signingIn
}

function forgetSession() {
  signingIn = null
}

async function postOrder(order) {
  return bodyOf(send('POST', '/orders', order, await signIn()))
}

// A restarted kitchen has forgotten its sessions, so a 401 is worth one new sign-in.
async function placeOrder(order) {
  try {
    return await postOrder(order)
  } catch (error) {
    if (error.statusCode !== 401) throw error
    forgetSession()
    return postOrder(order)
  }
}

function getMenu() {
  if (!menuRequest) {
    menuRequest = bodyOf(send('GET', '/menu'))
    menuRequest.catch(() => {
      menuRequest = null
    })
  }
  return menuRequest
}

module.exports = { signIn, placeOrder, getMenu }
