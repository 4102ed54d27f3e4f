// id: timers
// class: exhaust
// wall: heap
// mechanism: timers that are never due
// expected: killed: memory or RangeError or killed: turn
for (let i = 0; i < 800000; i++) setTimeout(() => i, 1e9)
return 'all set'
