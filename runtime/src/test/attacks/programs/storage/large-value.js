// id: large-value
// class: storage
// wall: storage
// mechanism: stores a value larger than one value may be
// expected: Error
wx.setStorageSync('large', 'x'.repeat(3 << 20))
wx.clearStorageSync()
return 'stored'
