// id: old-tap
// class: forge-gestures
// wall: gestures
// mechanism: saves a tap for later
// expected: refused
const { page } = lab
const tapped = lab.tap('phone')
const { pressed } = lab
lab.pressed = (event) => {
  page.setData({ off: true })
  pressed(event)
}
await tapped
await lab.wait(6000)
return lab.askForThePhone()
