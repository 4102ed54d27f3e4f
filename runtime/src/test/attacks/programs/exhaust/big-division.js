// id: big-division
// class: exhaust
// wall: deadline
// mechanism: remainders of huge BigInts
// expected: killed: turn
const big = 7n ** 3000000n
for (let i = 1n; ; i++) big % (3n ** 1500000n + i)
