// id: tap-on-another-button
// class: forge-gestures
// wall: gestures
// mechanism: gives the button that was tapped another meaning while it is handled
// expected: refused
const { page } = lab
const tapped = lab.tap('plain')
await tapped
page.setData({ plain: 'getPhoneNumber' })
await lab.wait(100)
return lab.askForThePhone()
