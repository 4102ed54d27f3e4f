const lab = require('../../lab')

Page({
  data: { status: '', list: [], rich: '', picture: '', value: '', kind: '', plain: '', off: false },
  onLoad({ attack }) {
    lab.enter(this, attack)
  },
  onPress(event) {
    lab.pressed(event)
  },
  onCode() {},
})
