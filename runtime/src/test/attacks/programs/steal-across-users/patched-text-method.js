// id: patched-text-method
// class: steal-across-users
// wall: context
// mechanism: changes a method of all texts, and hears the texts of another user
// expected: nothing
const original = String.prototype.replace
let heard
String.prototype.replace = function (...args) {
  const result = Reflect.apply(original, this, args)
  if (typeof result === 'string' && result.includes('-for-the-')) heard = result
  for (const arg of args) if (typeof arg === 'string' && arg.includes('-for-the-')) heard = arg
  return result
}
await lab.victim()
String.prototype.replace = original
return heard
