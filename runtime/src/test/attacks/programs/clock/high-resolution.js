// id: high-resolution
// class: clock
// wall: clock
// mechanism: a performance clock is among the globals
// expected: nothing
const clock = lab.reachable().find((thing) => typeof thing.now === 'function' && thing !== Date)
if (clock) return clock.now()
