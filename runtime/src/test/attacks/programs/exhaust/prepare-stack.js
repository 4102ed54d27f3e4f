// id: prepare-stack
// class: exhaust
// wall: deadline
// mechanism: the engine asks the program how to write a stack, and it does not answer
// expected: killed: turn
Error.prepareStackTrace = () => { for (;;); }
return new Error('x').stack
