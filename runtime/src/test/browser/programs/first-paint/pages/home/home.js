const visits = wx.getStorageSync('visits') || 0
wx.setStorageSync('visits', visits + 1)

Page({
  data: { visits, taps: 0 },
  onTap() {
    this.setData({ taps: this.data.taps + 1 })
  },
})
