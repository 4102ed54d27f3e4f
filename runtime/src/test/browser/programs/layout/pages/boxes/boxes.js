Page({
  data: { rows: [30, 50], found: '' },
  onLoad() {
    this.early = new Promise((resolve) => wx.createSelectorQuery().select('#box').boundingClientRect().exec(resolve))
  },
  onReady() {
    this.measure()
  },
  async measure() {
    const [early] = await this.early
    wx.createSelectorQuery()
      .select('#box')
      .fields({ dataset: true, rect: true, size: true, computedStyle: ['marginLeft', 'display'] })
      .selectAll('.row')
      .boundingClientRect()
      .select('#list')
      .scrollOffset()
      .select('.of-no-element')
      .boundingClientRect()
      .selectViewport()
      .fields({ size: true, scrollOffset: true })
      .exec((found) => {
        const inner = this.selectComponent('#inner')
        inner.height((height) => this.setData({ found: JSON.stringify({ early, found, height }) }))
      })
  },
})
