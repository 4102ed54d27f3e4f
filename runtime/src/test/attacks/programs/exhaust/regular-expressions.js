// id: regular-expressions
// class: exhaust
// wall: heap
// mechanism: regular expressions, for each of which the engine keeps a machine
// expected: killed: memory or RangeError
const kept = []
for (let i = 0; i < 400000; i++) {
  const one = new RegExp(`(x${i}|y)*z{2,5}`)
  one.test('xyz')
  kept.push(one)
}
return kept.length
