// id: timer-that-stays
// class: exhaust
// wall: deadline
// mechanism: the loop begins in a timer, when no event is under way
// expected: killed: turn
setTimeout(() => { for (;;); }, 20)
await lab.wait(60000)
