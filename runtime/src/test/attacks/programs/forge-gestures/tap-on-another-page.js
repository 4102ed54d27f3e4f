// id: tap-on-another-page
// class: forge-gestures
// wall: gestures
// mechanism: saves a tap, and uses it on another page
// expected: refused
const { page } = lab
lab.pressed = () => {}
await new Promise((resolve) => {
  const tapped = lab.tap('phone')
  const { pressed } = lab
  lab.pressed = (event) => {
    page.setData({ off: true })
    pressed(event)
  }
  tapped.then(resolve)
})
wx.navigateTo({ url: '/pages/other/other' })
await lab.wait(300)
return lab.askForThePhone()
