// id: patched-array-method
// class: steal-across-users
// wall: context
// mechanism: changes a method of all arrays, and hears the lists of another user
// expected: nothing
const original = Array.prototype.map
let heard
Array.prototype.map = function (...args) {
  if (typeof this[0] === 'string' && this[0].includes('-for-the-')) heard = this[0]
  return Reflect.apply(original, this, args)
}
await lab.victim()
Array.prototype.map = original
return heard
