Component({
  methods: {
    height(callback) {
      this.createSelectorQuery()
        .select('.inside')
        .boundingClientRect((rect) => callback(rect.height))
        .exec()
    },
  },
})
