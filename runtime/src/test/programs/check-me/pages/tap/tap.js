Page({
  data: { open: false },
  show() {
    this.setData({ open: true })
  },
  fail() {
    null.fails
  },
})
