// id: stamps-of-two-clocks
// class: clock
// wall: clock
// mechanism: two coarse clocks with different steps make a fine one
// expected: nothing
const ticks = new Set()
for (let i = 0; i < 50000; i++) ticks.add(`${Date.now() % 10},${new Date().getMilliseconds() % 10}`)
if (ticks.size > 1) return [...ticks]
