Component({
  properties: { row: Object, chosen: { type: Number, value: 0 } },
  data: { label: '' },
  lifetimes: {
    attached() {
      this.setData({ label: `row ${this.properties.row.id}` })
    },
  },
  observers: {
    chosen(chosen) {
      if (chosen > 0) this.setData({ label: `chosen ${chosen}` })
    },
  },
  methods: {
    choose() {
      this.triggerEvent('choose', { id: this.properties.row.id, by: this.properties.chosen + 1 })
    },
  },
})
