// id: to-string-of-key
// class: exhaust
// wall: deadline
// mechanism: a property key that is computed for ever
// expected: killed: turn
const key = { toString: () => { for (;;); } }
return {}[key]
