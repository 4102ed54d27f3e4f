// id: async-generator
// class: exhaust
// wall: deadline
// mechanism: an async generator that never ends
// expected: killed: turn
async function* endless() {
  for (;;) yield 1
}
for await (const _ of endless());
