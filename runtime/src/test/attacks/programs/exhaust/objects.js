// id: objects
// class: exhaust
// wall: heap
// mechanism: small objects, kept
// expected: killed: memory or RangeError or killed: turn
const kept = []
for (let i = 0; i < 2500000; i++) kept.push({ i, next: kept[i - 1] })
return kept.length
