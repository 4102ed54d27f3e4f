Page({
  data: { rows: [30, 50], found: '', chosen: '' },
  onLoad() {
    this.early = new Promise((resolve) => wx.createSelectorQuery().select('#box').boundingClientRect().exec(resolve))
  },
  onReady() {
    this.measure()
  },
  choose() {
    const answer = ({ tapIndex, errMsg }) => this.setData({ chosen: `${tapIndex} ${errMsg}` })
    wx.showActionSheet({ itemList: ['Small', 'Large'], alertText: 'Which size?', success: answer, fail: answer })
  },
  scroll() {
    wx.pageScrollTo({ selector: '#list', offsetTop: -7, duration: 0, success: () => this.measure() })
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
