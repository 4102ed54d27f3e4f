// id: typed-array-sort
// class: exhaust
// wall: deadline
// mechanism: a huge typed array is sorted by a builtin without any code of the program
// expected: killed: turn
const bytes = new Float64Array(2e6).map((_, i) => (i * 7919) % 1000003)
for (;;) bytes.slice().sort()
