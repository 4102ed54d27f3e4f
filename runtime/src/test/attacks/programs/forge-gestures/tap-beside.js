// id: tap-beside
// class: forge-gestures
// wall: gestures
// mechanism: uses a tap on what is no button at all
// expected: refused
await lab.tap('nothing')
return lab.askForThePhone()
