// id: realm-of-iframe
// class: reach-host
// wall: language
// mechanism: a fresh realm without the hardening, made by the engine
// expected: nothing
const make = lab.reachable().find((thing) => /Realm/.test(thing.name) || thing.name === 'createRealm')
if (make) return make.name
if (typeof loadWithNewGlobal === 'function') return 'loadWithNewGlobal'
