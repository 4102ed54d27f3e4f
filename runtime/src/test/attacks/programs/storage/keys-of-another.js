// id: keys-of-another
// class: storage
// wall: storage
// mechanism: lists the keys that another user of the program made
// expected: nothing
if (wx.getStorageInfoSync().keys.includes('secret')) return 'a key of another user'
