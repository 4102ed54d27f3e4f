// id: one-tap-twice
// class: forge-gestures
// wall: gestures
// mechanism: uses one tap for two tokens
// expected: refused
await lab.tap('phone')
await lab.wait(500)
return lab.askForThePhone()
