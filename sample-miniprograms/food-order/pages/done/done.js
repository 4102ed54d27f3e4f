const SAID = {
  sent: 'We have texted you your order number.',
  none: 'No text, as you wished. We call your number at the counter.',
  failed: 'The text message did not get through. We call your number at the counter.',
  unknown: 'The text message may be late. We call your number at the counter.',
}

function saidOf(order) {
  if (order.sms === 'refused') return `We may not text you: ${order.reason}. We call your number at the counter.`
  return SAID[order.sms] || SAID.unknown
}

Page({
  data: {
    order: null,
    said: '',
  },

  onLoad() {
    const order = getApp().globalData.lastOrder
    if (order) this.setData({ order, said: saidOf(order) })
  },

  orderAgain() {
    wx.redirectTo({ url: '/pages/menu/menu' })
  },
})
