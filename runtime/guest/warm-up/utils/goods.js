class Goods {
  constructor(section, id) {
    Object.assign(this, { id: `${section}-${id}`, name: `Goods ${id}`.replace(/o+/g, 'o'), price: id * section })
    this.picture = `/images/${section}/${id}.png`
  }
}

function section(id) {
  const rows = Array.from({ length: 6 }, (_, i) => ({ ...new Goods(id, i) })).sort((a, b) => b.price - a.price)
  return { title: `Section ${id}`, rows: JSON.parse(JSON.stringify(rows)) }
}

function total(sections) {
  let sum = 0
  for (const { rows } of sections) for (const row of rows) sum += row.price
  return [...new Map(Object.entries({ sum: sum.toFixed(2) })).values()].join()
}

module.exports = { section, total }
