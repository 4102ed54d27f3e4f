// id: property-names
// class: exhaust
// wall: heap
// mechanism: objects each with another property name, for which the engine keeps a shape
// expected: killed: memory or RangeError or killed: turn
const kept = []
for (let i = 0; i < 800000; i++) kept.push({ ['property' + i]: i })
return kept.length
