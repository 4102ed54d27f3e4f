// id: thenable
// class: exhaust
// wall: deadline
// mechanism: a promise is resolved by an object that is resolved by an object
// expected: killed: turn
const thenable = { then: (done) => done(thenable) }
await thenable
