// id: intl-clock
// class: clock
// wall: clock
// mechanism: the formatter of dates reads the clock by itself when it is given none
// expected: nothing
const format = new Intl.DateTimeFormat('en', { fractionalSecondDigits: 3, second: 'numeric' })
const ends = new Set(Array.from({ length: 20000 }, () => format.format().slice(-1)))
if (ends.size > 1) return [...ends]
