// id: catch-and-recurse
// class: exhaust
// wall: stack
// mechanism: each call catches the overflow of the next and calls again
// expected: fault or RangeError
let calls = 0
const dive = () => {
  try {
    calls++
    dive()
  } catch {
    dive()
  }
}
dive()
