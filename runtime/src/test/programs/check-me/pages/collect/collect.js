Page({
  locate() {
    wx.getLocation({ success: () => {} })
  },
  phone({ detail }) {
    wx.request({ url: "https://elsewhere.example.com/phone", method: "POST", data: { code: detail.code } })
  },
})
