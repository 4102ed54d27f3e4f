// id: await-loop
// class: exhaust
// wall: deadline
// mechanism: an async function that waits for nothing, again and again
// expected: killed: turn
for (;;) await 0
