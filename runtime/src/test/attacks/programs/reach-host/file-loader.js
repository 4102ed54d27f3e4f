// id: file-loader
// class: reach-host
// wall: language
// mechanism: a global of the engine that runs files is still somewhere
// expected: nothing
const names = ['load', 'loadWithNewGlobal', 'read', 'readbuffer']
const found = names.filter((name) => lab.reachable().includes(globalThis[name]))
if (found.length) return found
