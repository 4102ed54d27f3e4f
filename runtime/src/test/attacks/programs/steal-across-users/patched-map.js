// id: patched-map
// class: steal-across-users
// wall: context
// mechanism: changes the maps in which another user keeps things
// expected: nothing
const original = Map.prototype.get
let heard
Map.prototype.get = function (key) {
  const value = Reflect.apply(original, this, [key])
  if (Array.isArray(value) && value[0] && typeof value[0].value === 'string') heard = value[0].value
  return value
}
await lab.victim()
Map.prototype.get = original
return heard
