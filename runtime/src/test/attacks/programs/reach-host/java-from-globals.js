// id: java-from-globals
// class: reach-host
// wall: language
// mechanism: a door of the engine among the globals leads to any class
// expected: nothing
const door = lab.reachable().find((thing) => typeof thing.type === 'function' && typeof thing.from === 'function')
if (door) return door.type('java.lang.System').getProperty('java.home')
