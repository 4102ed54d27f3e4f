// id: array-like-length
// class: exhaust
// wall: deadline
// mechanism: an array method walks an object that says it is 2^53 long
// expected: killed: turn
return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)
