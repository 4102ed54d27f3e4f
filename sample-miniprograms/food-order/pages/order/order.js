const api = require('../../utils/api')
const { readBasket, changeCount, emptyBasket, linesOf, totalsOf } = require('../../utils/basket')

const app = getApp()

Page({
  data: {
    table: '',
    lines: [],
    count: 0,
    total: 0,
    note: '',
    phone: 'unasked', // unasked | allowed | denied
    placing: false,
  },

  onLoad() {
    this.phoneCode = ''
    this.setData({ table: app.globalData.table })
    this.load()
  },

  async load() {
    try {
      this.menu = await api.getMenu()
      this.show(readBasket())
    } catch (error) {
      this.complain(error)
    }
  },

  show(basket) {
    const lines = linesOf(this.menu, basket)
    this.setData({ lines, ...totalsOf(lines) })
  },

  onStep(event) {
    const { id, by } = event.currentTarget.dataset
    this.show(changeCount(id, Number(by)))
  },

  onNote(event) {
    this.setData({ note: event.detail.value })
  },

  // The code is a ticket for one text message. The number itself never comes here.
  onPhone(event) {
    this.phoneCode = event.detail.code || ''
    this.setData({ phone: this.phoneCode ? 'allowed' : 'denied' })
  },

  async placeOrder() {
    if (this.data.placing || this.data.count === 0) return
    if (this.data.phone === 'unasked' && !(await this.agreesToNoText())) return
    this.setData({ placing: true })
    wx.showLoading({ title: 'Sending your order' })
    try {
      this.finish(await api.placeOrder(this.order()))
    } catch (error) {
      this.complain(error)
    }
  },

  agreesToNoText() {
    return new Promise((resolve) => {
      wx.showModal({
        title: 'Order without a text message?',
        content: 'We call your order number at the counter.',
        confirmText: 'Order',
        cancelText: 'Go back',
        success: (answer) => resolve(answer.confirm),
        fail: () => resolve(false),
      })
    })
  },

  order() {
    const items = this.data.lines.map(({ id, count }) => ({ id, count }))
    return { items, table: this.data.table, note: this.data.note.trim(), phoneCode: this.phoneCode }
  },

  finish(order) {
    wx.hideLoading()
    emptyBasket()
    app.globalData.lastOrder = order
    wx.redirectTo({ url: '/pages/done/done' })
  },

  complain(error) {
    console.warn(error.message)
    wx.hideLoading()
    this.setData({ placing: false })
    wx.showToast({ title: 'The kitchen does not answer. Please try again', icon: 'none' })
  },
})
