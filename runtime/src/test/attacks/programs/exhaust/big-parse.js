// id: big-parse
// class: exhaust
// wall: deadline
// mechanism: a text of millions of digits becomes a BigInt, which is quadratic
// expected: killed: turn
for (const digits = '7'.repeat(3e6); ; ) BigInt(digits)
