// Prices are whole numbers of fen. `art` names a drawing in the program's images folder.
export const MENU = {
  sections: [
    {
      title: 'Noodles and rice',
      second: '主食',
      dishes: [
        { id: 1, name: 'Beef noodles', second: '牛肉拉面', text: 'Hand-pulled, clear broth, radish', price: 3200, art: 'noodles' },
        { id: 2, name: 'Mapo tofu with rice', second: '麻婆豆腐饭', text: 'Silky tofu, Sichuan pepper', price: 2600, art: 'tofu' },
      ],
    },
    {
      title: 'Small plates',
      second: '小吃',
      dishes: [
        { id: 3, name: 'Pork and chive dumplings', second: '韭菜猪肉饺', text: 'Eight pieces, black vinegar', price: 1800, art: 'dumplings' },
        { id: 4, name: 'Scallion pancake', second: '葱油饼', text: 'Crisp outside, soft layers', price: 1200, art: 'pancake' },
      ],
    },
    {
      title: 'Drinks',
      second: '饮品',
      dishes: [
        { id: 5, name: 'Jasmine tea', second: '茉莉花茶', text: 'A pot for two, hot', price: 800, art: 'tea' },
        { id: 6, name: 'Sour plum juice', second: '酸梅汤', text: 'Cold, lightly sweet', price: 1000, art: 'plum' },
      ],
    },
  ],
}

const DISHES = new Map(MENU.sections.flatMap((section) => section.dishes).map((dish) => [dish.id, dish]))

/** The total of `items` ([{id, count}]) in fen by this menu's own prices, or null for an order that cannot be. */
export function totalOf(items) {
  if (!Array.isArray(items) || items.length === 0 || !items.every(isOrderable)) return null
  return items.reduce((sum, { id, count }) => sum + DISHES.get(id).price * count, 0)
}

function isOrderable(item) {
  return DISHES.has(item?.id) && Number.isInteger(item.count) && item.count > 0 && item.count <= 20
}

/** 5800 as `¥58.00`. */
export function yuan(fen) {
  return `¥${(fen / 100).toFixed(2)}`
}
