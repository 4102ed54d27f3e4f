// id: endless-builtins
// class: exhaust
// wall: deadline
// mechanism: builtins that come to no safepoint of the program's own code
// expected: killed: turn
for (;;) new Array(500).fill(7).map((value, i) => ({ i }))
