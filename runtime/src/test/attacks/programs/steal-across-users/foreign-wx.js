// id: foreign-wx
// class: steal-across-users
// wall: context
// mechanism: keeps the object through which another user speaks to the host
// expected: nothing
const own = wx
await lab.victim()
if (globalThis.wx !== own) return globalThis.wx.getStorageSync('secret')
