// id: console-of-hostile-object
// class: exhaust
// wall: deadline
// mechanism: the console shows an object whose getter does not come back
// expected: killed: turn
console.log({ get text() { for (;;); } })
