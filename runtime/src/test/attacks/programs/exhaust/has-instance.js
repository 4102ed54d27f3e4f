// id: has-instance
// class: exhaust
// wall: deadline
// mechanism: instanceof runs code of the right hand side
// expected: killed: turn
return {} instanceof { [Symbol.hasInstance]: () => { for (;;); } }
