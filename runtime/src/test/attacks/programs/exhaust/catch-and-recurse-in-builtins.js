// id: catch-and-recurse-in-builtins
// class: exhaust
// wall: stack
// mechanism: as far down as it goes by way of a builtin, whose frames are larger, and again from each level
// expected: fault or RangeError
const dive = () => {
  try {
    ;[1].map(dive)
  } catch {
    ;[1].map(dive)
  }
}
dive()
