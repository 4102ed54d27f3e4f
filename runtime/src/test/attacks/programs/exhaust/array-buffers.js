// id: array-buffers
// class: exhaust
// wall: heap
// mechanism: buffers, which some engines keep outside their heap
// expected: killed: memory or RangeError or killed: turn
const kept = []
for (let i = 0; i < 300; i++) kept.push(new Uint8Array(1 << 20).fill(i))
return kept.length
