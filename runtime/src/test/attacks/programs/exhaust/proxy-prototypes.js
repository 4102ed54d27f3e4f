// id: proxy-prototypes
// class: exhaust
// wall: deadline
// mechanism: a prototype chain that makes its next link whenever it is asked
// expected: killed: turn
const link = () => new Proxy({}, { getPrototypeOf: link })
let thing = link()
for (;;) thing = Object.getPrototypeOf(thing)
