// id: no-tap
// class: forge-gestures
// wall: gestures
// mechanism: asks as if there had been a tap
// expected: refused
await lab.wait(500)
return lab.askForThePhone()
