// id: map-entries
// class: exhaust
// wall: heap
// mechanism: entries of a map
// expected: killed: memory or RangeError or killed: turn
const map = new Map()
for (let i = 0; i < 3000000; i++) map.set(`key ${i}`, i)
return map.size
