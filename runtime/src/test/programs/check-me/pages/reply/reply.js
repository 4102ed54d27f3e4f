const { ask } = require("../../utils/api")

Page({
  async onLoad() {
    const order = await ask("/order")
    if (order.total > 0) throw new Error("after the reply")
  },
})
