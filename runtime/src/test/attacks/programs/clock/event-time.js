// id: event-time
// class: clock
// wall: clock
// mechanism: an event says when it happened, by a clock of its own
// expected: nothing
const stamps = lab.reachable().filter((thing) => typeof thing.timeStamp === 'number').map((thing) => thing.timeStamp % 10)
const fine = new Set(Array.from({ length: 20000 }, () => Date.now() % 10))
if (stamps.some((part) => part !== 0) || fine.size > 1) return [...stamps, ...fine]
