Component({
  properties: {
    dish: { type: Object, value: {} },
    count: { type: Number, value: 0 },
  },

  methods: {
    add() {
      this.triggerEvent('change', { id: this.data.dish.id, by: 1 })
    },

    remove() {
      this.triggerEvent('change', { id: this.data.dish.id, by: -1 })
    },
  },
})
