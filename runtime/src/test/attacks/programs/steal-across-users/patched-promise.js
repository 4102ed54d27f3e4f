// id: patched-promise
// class: steal-across-users
// wall: context
// mechanism: changes what all promises do with their values
// expected: nothing
const original = Promise.resolve
let heard
Promise.resolve = function (value) {
  if (value && value[0] && typeof value[0].value === 'string') heard = value[0].value
  return Reflect.apply(original, this, [value])
}
await lab.victim()
Promise.resolve = original
return heard
