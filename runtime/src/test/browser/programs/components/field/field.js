Component({
  behaviors: ['wx://form-field'],
  properties: { value: { type: Number, value: 1 } },
  methods: {
    grow() {
      this.setData({ value: this.data.value + 1 })
    },
  },
})
