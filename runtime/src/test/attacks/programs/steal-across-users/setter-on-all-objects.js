// id: setter-on-all-objects
// class: steal-across-users
// wall: context
// mechanism: puts a setter on all objects, which another user's data call
// expected: nothing
let heard
delete globalThis.kept
Object.defineProperty(Object.prototype, 'kept', { configurable: true, set(value) { heard = value } })
await lab.victim()
delete Object.prototype.kept
return heard
