const api = require('../../utils/api')
const { readBasket, changeCount, linesOf, totalsOf } = require('../../utils/basket')

const app = getApp()

Page({
  data: {
    table: '',
    menu: null,
    failed: false,
    basket: {},
    count: 0,
    total: 0,
  },

  onLoad(query) {
    if (query.table) app.globalData.table = query.table
    this.setData({ table: app.globalData.table })
    if (this.data.table) wx.setNavigationBarTitle({ title: `Lantern Kitchen · Table ${this.data.table}` })
    this.load()
  },

  // The basket may have changed on the order page.
  onShow() {
    this.show(readBasket())
  },

  async load() {
    this.setData({ failed: false })
    try {
      this.setData({ menu: await api.getMenu() })
      this.show(readBasket())
    } catch (error) {
      console.warn(error.message)
      this.setData({ failed: true })
    }
  },

  onChange(event) {
    const { id, by } = event.detail
    this.show(changeCount(id, by))
  },

  show(basket) {
    if (!this.data.menu) return
    this.setData({ basket, ...totalsOf(linesOf(this.data.menu, basket)) })
  },

  checkout() {
    if (this.data.count === 0) {
      wx.showToast({ title: 'Pick a dish first', icon: 'none' })
      return
    }
    // A guest who orders again and again must not pile up pages: WeChat stops at ten.
    const open = getCurrentPages().length > 1 ? wx.redirectTo : wx.navigateTo
    open({ url: '/pages/order/order' })
  },
})
