// id: big-power
// class: exhaust
// wall: deadline
// mechanism: one BigInt operation that takes for ever
// expected: killed: turn
return (3n ** (10n ** 9n)).toString().length
