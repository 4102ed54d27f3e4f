// id: flat-of-cycle
// class: exhaust
// wall: deadline
// mechanism: an array that contains itself is made flat
// expected: fault or RangeError or killed: turn
const cycle = []
cycle.push(cycle)
return cycle.flat(Infinity)
