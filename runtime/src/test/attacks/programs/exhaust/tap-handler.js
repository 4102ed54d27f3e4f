// id: tap-handler
// class: exhaust
// wall: deadline
// mechanism: the loop begins in the handler of a tap
// expected: killed: turn
await lab.tap('nothing')
for (;;);
