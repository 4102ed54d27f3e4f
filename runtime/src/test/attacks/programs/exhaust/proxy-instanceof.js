// id: proxy-instanceof
// class: exhaust
// wall: deadline
// mechanism: instanceof walks a chain of prototypes that a proxy makes endless
// expected: killed: turn
function Never() {}
const endless = new Proxy({}, { getPrototypeOf: () => endless })
return endless instanceof Never
