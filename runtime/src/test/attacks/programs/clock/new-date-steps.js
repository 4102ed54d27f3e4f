// id: new-date-steps
// class: clock
// wall: clock
// mechanism: the constructor of dates reads another clock than Date.now
// expected: nothing
const finest = new Set(Array.from({ length: 100000 }, () => new Date().getTime() % 10))
if (finest.size > 1) return [...finest]
