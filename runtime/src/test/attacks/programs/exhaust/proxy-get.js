// id: proxy-get
// class: exhaust
// wall: deadline
// mechanism: a trap that makes the reader ask again
// expected: killed: turn
const trap = new Proxy({}, { get: (target, key, self) => (key === 'then' ? undefined : 1) })
for (;;) trap.anything
