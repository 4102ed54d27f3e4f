// id: weak-keys
// class: exhaust
// wall: heap
// mechanism: keys of a weak map that are kept alive elsewhere
// expected: killed: memory or RangeError or killed: turn
const weak = new WeakMap()
const keys = []
for (let i = 0; i < 2000000; i++) {
  const key = {}
  weak.set(key, new Array(4).fill(i))
  keys.push(key)
}
return keys.length
