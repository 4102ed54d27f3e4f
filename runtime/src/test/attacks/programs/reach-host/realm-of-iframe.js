// id: realm-of-iframe
// class: reach-host
// wall: language
// mechanism: a global of the engine makes a fresh realm without the hardening
// expected: nothing
if (typeof loadWithNewGlobal === 'function' && loadWithNewGlobal({ name: 'x', script: 'Array' }) !== Array) return 'another realm'
