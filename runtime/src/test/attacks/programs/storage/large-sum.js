// id: large-sum
// class: storage
// wall: storage
// mechanism: stores more than one user may store, in values of which each is small enough
// expected: Error
for (let i = 0; i < 14; i++) wx.setStorageSync(`part ${i}`, 'x'.repeat(900000))
wx.clearStorageSync()
return 'stored all'
