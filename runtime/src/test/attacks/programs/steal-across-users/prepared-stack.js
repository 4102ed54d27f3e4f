// id: prepared-stack
// class: steal-across-users
// wall: context
// mechanism: has the engine ask it how to write the stacks of everybody, and so sees their errors
// expected: nothing
let heard
Error.prepareStackTrace = (error) => {
  if (error.message.includes('-for-the-')) heard = error.message
  return ''
}
await lab.victim()
Error.prepareStackTrace = undefined
return heard
