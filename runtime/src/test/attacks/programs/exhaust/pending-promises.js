// id: pending-promises
// class: exhaust
// wall: heap
// mechanism: promises that nobody settles, each with a reaction
// expected: killed: memory or RangeError or killed: turn
const kept = []
for (let i = 0; i < 800000; i++) kept.push(new Promise(() => {}).then(() => i))
return kept.length
