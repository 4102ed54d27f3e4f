// id: file-loader
// class: reach-host
// wall: language
// mechanism: a global of the engine runs text that it is given as a file
// expected: nothing
if (typeof load === 'function') return load({ name: 'x', script: '6 * 7' })
