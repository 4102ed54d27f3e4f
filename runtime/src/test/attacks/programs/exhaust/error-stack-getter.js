// id: error-stack-getter
// class: exhaust
// wall: deadline
// mechanism: the report of an error reads its message for ever
// expected: killed: turn
const error = new Error('x')
Object.defineProperty(error, 'message', { get: () => { for (;;); } })
setTimeout(() => { throw error }, 0)
await lab.wait(60000)
