// id: flat-of-dag
// class: exhaust
// wall: deadline
// mechanism: a few arrays that share one another have 2^60 leaves for the builtin that makes them flat
// expected: killed: turn
let shared = []
for (let i = 0; i < 60; i++) shared = [shared, shared]
return shared.flat(Infinity).length
