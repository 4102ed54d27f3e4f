// id: suspended-generators
// class: exhaust
// wall: heap
// mechanism: generators that stand still in the middle, each with its frame
// expected: killed: memory or RangeError
function* stands(i) {
  const local = [i, i + 1]
  yield local
  yield local
}
const kept = []
for (let i = 0; i < 800000; i++) {
  const one = stands(i)
  one.next()
  kept.push(one)
}
return kept.length
