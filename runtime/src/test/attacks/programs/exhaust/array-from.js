// id: array-from
// class: exhaust
// wall: heap
// mechanism: an array is made from an object that only says how long it is
// expected: killed: memory or RangeError or killed: turn
return Array.from({ length: 25e6 }, (_, i) => i / 3).length
