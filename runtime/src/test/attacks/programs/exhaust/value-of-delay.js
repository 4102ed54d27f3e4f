// id: value-of-delay
// class: exhaust
// wall: deadline
// mechanism: a timer asks its delay for its value
// expected: killed: turn
setTimeout(() => {}, { valueOf: () => { for (;;); } })
