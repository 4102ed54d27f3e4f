Page({
  onLoad() {
    this.missing.member
  },
})
