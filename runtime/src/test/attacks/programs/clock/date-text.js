// id: date-text
// class: clock
// wall: clock
// mechanism: a date as text has milliseconds of its own
// expected: nothing
const ends = new Set(Array.from({ length: 20000 }, () => new Date().toISOString().slice(-2)))
if (ends.size > 1) return [...ends]
