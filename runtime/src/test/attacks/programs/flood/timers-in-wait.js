// id: timers-in-wait
// class: flood
// wall: limits
// mechanism: timers, fewer than fill the heap
// expected: killed: limit timers
for (let i = 0; i < 20000; i++) setTimeout(() => i, 1e9)
return lab.answers()
