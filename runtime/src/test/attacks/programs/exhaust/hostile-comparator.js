// id: hostile-comparator
// class: exhaust
// wall: deadline
// mechanism: a comparator that contradicts itself, and lengthens what is sorted
// expected: killed: turn
const array = Array.from({ length: 3e5 }, (_, i) => i)
for (;;) array.sort(() => (Math.random() < 0.5 ? -1 : 1))
