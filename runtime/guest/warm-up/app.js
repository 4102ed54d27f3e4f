App({
  globalData: { visits: 0 },
  onLaunch() {
    wx.setStorageSync('visits', (wx.getStorageSync('visits') || 0) + 1)
    wx.login().catch(() => {})
  },
})
