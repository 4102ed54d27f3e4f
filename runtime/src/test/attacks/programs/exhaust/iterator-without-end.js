// id: iterator-without-end
// class: exhaust
// wall: deadline
// mechanism: a set takes from an iterator that always says the same
// expected: killed: turn
return new Set({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 0 }) }) }).size
