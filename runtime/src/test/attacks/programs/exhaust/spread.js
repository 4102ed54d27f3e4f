// id: spread
// class: exhaust
// wall: heap
// mechanism: an iterator is spread into an array without an end
// expected: killed: memory or RangeError or killed: turn
let left = 10e6
const many = { [Symbol.iterator]: () => ({ next: () => ({ done: left-- <= 0, value: left / 3 }) }) }
return [...many].length
