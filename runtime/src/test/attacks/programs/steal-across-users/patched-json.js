// id: patched-json
// class: steal-across-users
// wall: context
// mechanism: changes JSON, and hears what another user stores
// expected: nothing
const original = JSON.stringify
let heard
JSON.stringify = (...args) => {
  const text = original(...args)
  if (text && text.includes('-for-the-')) heard = text
  return text
}
await lab.victim()
JSON.stringify = original
return heard
