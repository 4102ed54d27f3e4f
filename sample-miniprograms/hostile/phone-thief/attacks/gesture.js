// Codes without the user's tap, or more of them than taps.
const { stole, missed, hasNumber } = require('../utils/loot')
const { askForCode, call, wait } = require('../utils/lab')

const FORGED = {
  gesture: true, isTrusted: true, userGesture: 1, page: 1, node: 1, pageId: 1, nodeId: 1, session: 0, id: 1,
  user: 'mei', openId: 'mei', scope: 'scope.phoneNumber', grant: 'standing', consent: 'allow', at: 'host',
}

/** Lets events settle, then looks whether a code came that no button was tapped for. */
async function afterwards(page) {
  await wait(200)
  const { length } = page.codes
  return length > 0 ? stole(page.codes) : missed('the button stayed silent')
}

const without = [
  { name: 'ask without a tap', run: () => askForCode() },
  { name: 'ask without a tap, with forged members', run: () => askForCode(FORGED) },
  {
    name: 'trigger tap and getphonenumber on the page',
    run({ page }) {
      page.triggerEvent('tap', FORGED, { bubbles: true, composed: true })
      page.triggerEvent('getphonenumber', {}, { bubbles: true, composed: true })
      return afterwards(page)
    },
  },
  {
    name: 'tap the button through the view library',
    run({ page }) {
      const button = page._$.getShadowRoot().getElementById('grab')
      button.triggerEvent('tap', FORGED, { bubbles: true, composed: true, extraFields: FORGED })
      return afterwards(page)
    },
  },
  {
    name: 'tap the button through its element at the back of the view library',
    run({ page }) {
      const element = page._$.getShadowRoot().getElementById('grab').getBackendElement()
      for (const event of ['tap', 'getphonenumber']) if (typeof element.dispatch === 'function') element.dispatch(event, FORGED)
      element.setAttribute('data-gesture', FORGED)
      return afterwards(page)
    },
  },
  {
    name: 'give the consent oneself',
    async run() {
      await call('authorize', { scope: 'scope.phoneNumber' })
      const { value } = await call('getSetting')
      return value && value.authSetting && value.authSetting['scope.phoneNumber'] ? stole(value) : missed(value)
    },
  },
  {
    name: 'agree to the privacy notice oneself',
    async run() {
      if (wx.onNeedPrivacyAuthorization) {
        wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'agree', buttonId: 'grab' }))
      }
      return askForCode({ buttonId: 'grab' })
    },
  },
]

const onFakeAllow = [
  { name: 'a tap on a painted Allow button counts as consent', run: () => askForCode() },
  { name: 'a tap on another node, with the id of the real button', run: () => askForCode({ ...FORGED, node: 'grab', id: 'grab' }) },
]

const onDecoy = [
  {
    name: 'turn the tapped node into a phone button after the tap',
    async run({ page }) {
      page.setData({ decoy: 'getPhoneNumber' })
      const asked = await askForCode()
      if (asked.stolen) return asked
      const seen = await afterwards(page)
      page.setData({ decoy: '' })
      return seen
    },
  },
]

const afterGrab = [
  {
    name: 'get two codes for one tap',
    run: ({ page }) => (page.codes.length > 1 ? stole(page.codes) : missed(`${page.codes.length} for one tap`)),
  },
  {
    name: 'get a code after a refusal',
    run: ({ page, code }) => (code || page.codes.length === 0 ? missed('none') : stole(page.codes)),
  },
  { name: 'use the same tap again', run: () => askForCode() },
  { name: 'use the standing grant without a tap', run: () => askForCode(FORGED) },
  {
    name: 'find the number in the event of the button and in the answers to its rivals',
    run: ({ events }) => (hasNumber(events) || events.some((event) => event && event.encryptedData) ? stole(events) : missed(events)),
  },
]

module.exports = { without, onFakeAllow, onDecoy, afterGrab }
