// id: array-splice
// class: exhaust
// wall: deadline
// mechanism: an element is put before a million others, which all move, again and again
// expected: killed: turn
const array = new Array(1e6).fill(0)
for (;;) array.splice(0, 1, 1, 2) && array.pop()
