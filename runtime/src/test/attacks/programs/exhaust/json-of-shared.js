// id: json-of-shared
// class: exhaust
// wall: heap
// mechanism: a few arrays that share one another are written as JSON, which names each of them 2^23 times
// expected: killed: memory or RangeError
let shared = ['x']
for (let i = 0; i < 23; i++) shared = [shared, shared]
return JSON.stringify(shared).length
