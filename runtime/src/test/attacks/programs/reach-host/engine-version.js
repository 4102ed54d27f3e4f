// id: engine-version
// class: reach-host
// wall: language
// mechanism: the engine says what it is and on what it runs, which tells which holes it has
// expected: nothing
const engine = lab.reachable().find((thing) => Object.hasOwn(thing, 'versionGraalVM'))
if (engine) return engine.versionGraalVM
