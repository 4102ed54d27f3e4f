// id: global-left-behind
// class: steal-across-users
// wall: context
// mechanism: reads a global that the session of another user left
// expected: nothing
await lab.victim()
return globalThis.kept
