// The basket is an object from dish id to count. It lives in the program's storage, so it is still
// there when the guest comes back.
const KEY = 'basket'
const MOST = 20

export function readBasket() {
  return wx.getStorageSync(KEY) || {}
}

export function changeCount(dishId, by) {
  const basket = readBasket()
  const count = Math.min(MOST, (basket[dishId] || 0) + by)
  if (count > 0) basket[dishId] = count
  else delete basket[dishId]
  wx.setStorageSync(KEY, basket)
  return basket
}

export function emptyBasket() {
  wx.removeStorageSync(KEY)
}

// One line a dish: { id, name, second, price, count, sum }, prices in fen.
export function linesOf(menu, basket) {
  const dishes = menu.sections.flatMap((section) => section.dishes)
  return dishes
    .filter((dish) => basket[dish.id])
    .map((dish) => ({ ...dish, count: basket[dish.id], sum: dish.price * basket[dish.id] }))
}

export function totalsOf(lines) {
  return {
    count: lines.reduce((sum, line) => sum + line.count, 0),
    total: lines.reduce((sum, line) => sum + line.sum, 0),
  }
}
