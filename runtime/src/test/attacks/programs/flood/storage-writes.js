// id: storage-writes
// class: flood
// wall: limits
// mechanism: small writes to its storage, each of which has to be made durable
// expected: killed: limit storageWritesPerSecond
for (let i = 0; i < 4000; i++) wx.setStorageSync('x', i)
return lab.answers()
