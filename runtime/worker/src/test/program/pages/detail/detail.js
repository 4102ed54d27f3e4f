Page({
  data: { id: '' },
  onLoad(query) {
    this.setData({ id: query.id || query.from })
    const channel = this.getOpenerEventChannel()
    if (channel.on) channel.on('greet', (text) => console.log('greeted', text))
    if (channel.emit) channel.emit('ready', query.id)
  },
  onUnload() {
    console.log('onUnload')
  },
  back() {
    wx.navigateBack()
  },
})
