const { section, total } = require('../../utils/goods')

const app = getApp()

Page({
  data: { title: 'Warm-up', count: 0, busy: true, color: 'black', note: '', sections: [], chosen: {}, total: 0 },

  onLoad(query) {
    app.globalData.visits += 1
    this.setData({ title: `Warm-up ${query.name || ''}`.trim() })
    wx.setNavigationBarTitle({ title: this.data.title })
    wx.request({ url: 'https://warm-up.example/goods', method: 'POST', data: { page: 1 }, complete: () => {} })
    this.load()
  },

  async load() {
    const sections = await Promise.all([1, 2, 3].map(async (id) => section(id)))
    this.setData({ sections, busy: false })
  },

  tap() {
    const count = this.data.count + 1
    this.setData({ count, color: count % 2 ? 'red' : 'black', [`sections[${count % 3}].rows[0].price`]: count })
    if (count % 5 === 0) this.setData({ busy: !this.data.busy })
    setTimeout(() => this.setData({ total: total(this.data.sections) }), 0)
    console.log('tapped', { count, at: new Date().toISOString() })
  },

  note(event) {
    this.setData({ note: event.detail.value })
  },

  choose(event) {
    this.setData({ [`chosen.${event.detail.id}`]: event.detail.by })
  },

  pick(event) {
    this.choose({ detail: { id: event.currentTarget.dataset.id, by: 1 } })
  },
})
