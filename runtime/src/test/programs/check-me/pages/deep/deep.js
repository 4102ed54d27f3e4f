Page({
  onLoad(options) {
    if (!options.id) throw new Error("opened without an id")
    this.before = getCurrentPages()[getCurrentPages().length - 2].route
  },
  back() {
    wx.navigateBack()
  },
})
