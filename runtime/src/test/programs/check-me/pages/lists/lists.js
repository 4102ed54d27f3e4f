const { ask } = require("../../utils/api")

Page({
  data: { goods: [] },
  async onLoad() {
    const page = await ask("/goods", { page: 1 })
    const goods = page.goodsList.map((entry) => ({ ...entry, name: entry.name.trim(), tags: entry.tags.slice(0, 1) }))
    const first = page.wares.filter(({ price }) => price.toFixed(2))
    this.setData({ goods, first, whole: JSON.stringify(page) })
  },
  buy({ currentTarget }) {
    if (currentTarget.dataset.id === undefined) throw new Error("an entry without an id")
  },
})
