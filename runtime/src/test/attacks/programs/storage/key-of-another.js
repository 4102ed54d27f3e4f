// id: key-of-another
// class: storage
// wall: storage
// mechanism: reads the key under which another user of the program keeps something
// expected: nothing
return wx.getStorageSync('secret') || undefined
