// id: big-shift
// class: exhaust
// wall: heap
// mechanism: a BigInt of hundreds of millions of bits
// expected: killed: memory or RangeError or killed: turn
return (1n << 1600000000n) > 0n
