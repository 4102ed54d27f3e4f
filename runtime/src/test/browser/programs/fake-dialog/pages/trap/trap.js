Page({
  data: { said: '' },
  onFake() {
    this.setData({ said: 'the fake was tapped' })
  },
  onPhone(event) {
    this.setData({ said: event.detail.errMsg })
  },
})
