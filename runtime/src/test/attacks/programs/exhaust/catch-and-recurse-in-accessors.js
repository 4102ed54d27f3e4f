// id: catch-and-recurse-in-accessors
// class: exhaust
// wall: stack
// mechanism: no function is called by name: a getter reads itself, and again from each level
// expected: fault or RangeError
const deep = {
  get self() {
    try {
      return this.self
    } catch {
      return this.self
    }
  },
}
void deep.self
