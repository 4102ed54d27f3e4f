// id: rejection-handler
// class: exhaust
// wall: deadline
// mechanism: the program is told of a rejection that nobody handled, when its turn seems over, and does not come back
// expected: killed: turn
getApp().onUnhandledRejection = () => { for (;;); }
Promise.reject(new Error('x'))
await lab.wait(60000)
