// id: return-of-iterator
// class: exhaust
// wall: deadline
// mechanism: the cleaning up of an iterator is what does not end
// expected: killed: turn
const stuck = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 0 }), return: () => { for (;;); } }) }
const [first] = stuck
return first
