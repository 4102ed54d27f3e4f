// id: big-text
// class: exhaust
// wall: deadline
// mechanism: a BigInt of millions of digits becomes text
// expected: killed: turn
let big = 3n ** 4000000n
for (;;) big.toString()
