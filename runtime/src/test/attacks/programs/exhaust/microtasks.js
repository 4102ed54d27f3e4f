// id: microtasks
// class: exhaust
// wall: deadline
// mechanism: each promise makes the next one, so that the turn never ends
// expected: killed: turn
await new Promise(() => {
  const again = () => Promise.resolve().then(again)
  again()
})
