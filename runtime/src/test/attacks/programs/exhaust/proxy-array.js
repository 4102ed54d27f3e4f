// id: proxy-array
// class: exhaust
// wall: deadline
// mechanism: a builtin walks a proxy that says it is an array of 2^53 elements
// expected: killed: turn
const long = new Proxy([], { get: (target, key) => (key === 'length' ? 2 ** 53 - 1 : undefined), has: () => true })
return Array.prototype.includes.call(long, 1)
