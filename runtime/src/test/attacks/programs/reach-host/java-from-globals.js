// id: java-from-globals
// class: reach-host
// wall: language
// mechanism: a door of the engine among the globals leads to a class that reads files
// expected: nothing
const door = lab.reachable().find((thing) => typeof thing.type === 'function' && typeof thing.from === 'function')
if (door) return door.type('java.nio.file.Files').readString(door.type('java.nio.file.Path').of(lab.secretFile))
