// id: closures
// class: exhaust
// wall: heap
// mechanism: closures that each keep the scope before them
// expected: killed: memory or RangeError or killed: turn
let last = () => 0
for (let i = 0; i < 2000000; i++) {
  const before = last
  last = () => before
}
return typeof last()
