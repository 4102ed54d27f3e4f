// id: json-of-dag
// class: exhaust
// wall: deadline
// mechanism: a few objects that share one another are 2^60 when they are written as JSON that a replacer keeps empty
// expected: killed: turn
let shared = {}
for (let i = 0; i < 60; i++) shared = { a: shared, b: shared }
let seen = 0
return JSON.stringify(shared, (key, value) => (++seen, Object.keys(value).length ? value : undefined))?.length
