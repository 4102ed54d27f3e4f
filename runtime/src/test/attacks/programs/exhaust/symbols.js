// id: symbols
// class: exhaust
// wall: heap
// mechanism: symbols registered under their names, which no collector may drop
// expected: killed: memory or RangeError or killed: turn
let last
for (let i = 0; i < 1500000; i++) last = Symbol.for(`a symbol with a long name ${i}`)
return last.description
