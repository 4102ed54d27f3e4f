Page({
  data: { count: 0 },
  add() {
    this.setData({ count: this.data.count + 1 })
  },
  ask() {
    wx.showModal({
      title: "Sure?",
      success: ({ confirm }) => {
        if (!confirm) throw new Error("the check confirms")
      },
    })
  },
  go() {
    wx.navigateTo({ url: "/pages/deep/deep?id=7" })
  },
  type({ detail }) {
    if (!detail.value) throw new Error("nothing was typed")
  },
})
