Page({
  data: { rows: [30, 50], found: '', chosen: '', names: [], pictures: [], painted: '' },
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
  greet() {
    wx.getUserProfile({
      desc: 'to greet you',
      success: ({ userInfo: { nickName, avatarUrl } }) => {
        // the user's placeholders, and some that nobody has
        const of = (placeholder) => [placeholder, placeholder.slice(0, -22) + 'A'.repeat(22)]
        this.setData({ names: of(nickName), pictures: of(avatarUrl) })
      },
    })
  },
  measurePainted() {
    wx.createSelectorQuery()
      .selectAll('.painted')
      .fields({ size: true, scrollOffset: true, computedStyle: ['background-image'] })
      .exec(([painted]) => this.setData({ painted: JSON.stringify(painted) }))
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
