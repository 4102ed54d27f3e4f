// id: module-state
// class: steal-across-users
// wall: context
// mechanism: reads what the code of another user left in a module that both require
// expected: nothing
await lab.victim()
return lab.kept
