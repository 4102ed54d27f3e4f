// id: one-allocation
// class: exhaust
// wall: heap
// mechanism: one allocation that is larger than the heap
// expected: killed: memory or RangeError or killed: turn
return new Array(60e6).fill(1.5).length
