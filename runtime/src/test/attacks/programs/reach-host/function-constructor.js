// id: function-constructor
// class: reach-host
// wall: language
// mechanism: the constructor that every function leads to makes code from text
// expected: EvalError
return (() => {}).constructor('return 6 * 7')()
