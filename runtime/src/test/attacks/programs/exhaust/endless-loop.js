// id: endless-loop
// class: exhaust
// wall: deadline
// mechanism: a loop without an end
// expected: killed: turn
for (;;);
