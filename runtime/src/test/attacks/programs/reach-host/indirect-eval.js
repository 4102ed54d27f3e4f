// id: indirect-eval
// class: reach-host
// wall: language
// mechanism: eval under another name runs text in the global scope
// expected: EvalError
const run = eval
return run('6 * 7')
