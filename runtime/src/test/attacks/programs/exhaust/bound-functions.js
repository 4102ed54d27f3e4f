// id: bound-functions
// class: exhaust
// wall: heap
// mechanism: functions bound to functions
// expected: killed: memory or RangeError or killed: turn
let bound = () => 0
for (let i = 0; i < 4000000; i++) bound = bound.bind(null, i)
return typeof bound
