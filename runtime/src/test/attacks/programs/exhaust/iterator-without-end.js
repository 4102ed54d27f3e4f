// id: iterator-without-end
// class: exhaust
// wall: deadline
// mechanism: destructuring closes an iterator that never says it is done
// expected: killed: turn
const endless = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 0 }) }) }
for (const _ of endless);
