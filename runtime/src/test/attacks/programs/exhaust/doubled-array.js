// id: doubled-array
// class: exhaust
// wall: heap
// mechanism: an array is put behind itself until it is too long
// expected: killed: memory or RangeError or killed: turn
let array = new Array(1000).fill(0.5)
while (array.length < 40e6) array = array.concat(array)
return array.length
