// id: lifecycle-method
// class: exhaust
// wall: deadline
// mechanism: the loop is in a method that the library calls when the page goes
// expected: killed: turn
lab.page.onUnload = () => { for (;;); }
wx.reLaunch({ url: '/pages/other/other' })
await lab.wait(60000)
