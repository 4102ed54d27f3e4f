Page({
  pick() {
    wx.createWorker("worker.js")
  },
})
