const lab = require('../../lab')

Page({
  data: { status: '', list: [], rich: '', picture: '', value: '' },
  onLoad({ attack }) {
    lab.enter(this, attack)
  },
})
