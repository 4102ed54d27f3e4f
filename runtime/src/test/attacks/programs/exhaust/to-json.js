// id: to-json
// class: exhaust
// wall: deadline
// mechanism: an object that goes on writing itself as JSON
// expected: killed: turn
const busy = { toJSON: () => { for (;;); } }
wx.setStorageSync('x', busy)
