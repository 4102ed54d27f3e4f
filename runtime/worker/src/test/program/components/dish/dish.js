const { format } = require('../../utils/price.js')

Component({
  properties: { name: String, cents: Number },
  data: { price: '' },
  observers: {
    cents(cents) {
      this.setData({ price: format(cents) })
    },
  },
  lifetimes: {
    attached() {
      console.log('attached', this.data.name)
    },
    ready() {
      console.log('ready', this.data.name)
    },
    detached() {
      console.log('detached', this.data.name)
    },
  },
  pageLifetimes: {
    show() {
      console.log('page shown to', this.data.name)
    },
  },
  methods: {
    pick() {
      this.triggerEvent('pick', { name: this.data.name })
    },
  },
})
