// id: growing-set
// class: exhaust
// wall: deadline
// mechanism: a set that grows by what is taken from it while it is walked
// expected: killed: turn
const set = new Set([1])
set.forEach((value) => {
  set.delete(value)
  set.add(value + 1)
})
