// id: long-keys
// class: exhaust
// wall: heap
// mechanism: one object with millions of named properties, which becomes a table
// expected: killed: memory or RangeError
const table = {}
for (let i = 0; i < 1500000; i++) table[`key number ${i}`] = i
return Object.keys(table).length
