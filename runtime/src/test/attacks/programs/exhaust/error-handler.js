// id: error-handler
// class: exhaust
// wall: deadline
// mechanism: the program is told of an error that nothing caught, and does not come back
// expected: killed: turn
getApp().onError = () => { for (;;); }
setTimeout(() => { throw new Error('x') }, 0)
await lab.wait(60000)
