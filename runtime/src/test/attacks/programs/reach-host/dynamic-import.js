// id: dynamic-import
// class: reach-host
// wall: language
// mechanism: import() asks the engine itself for a module, by a path outside the program
// expected: Error or TypeError
const module = await import(lab.secretFile)
return Object.keys(module)
