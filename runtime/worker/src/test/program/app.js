App({
  globalData: { visits: 0 },
  onLaunch(options) {
    console.log('launched', options.path, options.scene)
  },
  onError(message) {
    console.warn('onError', message)
  },
})
