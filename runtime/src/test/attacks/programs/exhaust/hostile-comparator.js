// id: hostile-comparator
// class: exhaust
// wall: deadline
// mechanism: a comparator that contradicts itself
// expected: killed: turn
for (;;) Array.from({ length: 100000 }, (_, i) => i).sort(() => (Math.random() < 0.5 ? -1 : 1))
