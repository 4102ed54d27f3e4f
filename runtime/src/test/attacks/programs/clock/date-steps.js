// id: date-steps
// class: clock
// wall: clock
// mechanism: the wall clock is read in a loop until it moves
// expected: nothing
const steps = new Set()
for (let i = 0, last = Date.now(); i < 400000 && steps.size < 5; i++) {
  const now = Date.now()
  if (now !== last) steps.add(now - last)
  last = now
}
const finest = Math.min(...steps)
if (finest < 10) return finest
