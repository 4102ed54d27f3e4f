// id: reply-handler
// class: exhaust
// wall: deadline
// mechanism: the loop begins in the callback of a host call, in a turn that the answer begins
// expected: killed: turn
wx.getSetting({ complete: () => { for (;;); } })
await lab.wait(60000)
