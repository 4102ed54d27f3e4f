// id: sparse-sort
// class: exhaust
// wall: deadline
// mechanism: an array of four thousand million holes is sorted by a builtin
// expected: killed: turn
return Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1)
