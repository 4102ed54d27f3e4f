// id: typed-array-sort
// class: exhaust
// wall: deadline
// mechanism: a huge typed array is filled and sorted by builtins
// expected: killed: turn
const bytes = new Float64Array(2000000)
for (;;) bytes.map((_, i) => (i * 7919) % 1000003).sort()
