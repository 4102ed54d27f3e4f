// id: catch-and-recurse-in-proxies
// class: exhaust
// wall: stack
// mechanism: a trap asks its own proxy, and again from each level
// expected: fault or RangeError
const deep = new Proxy({}, {
  has(target, key) {
    try {
      return key in deep
    } catch {
      return key in deep
    }
  },
})
void ('x' in deep)
