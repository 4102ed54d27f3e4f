/** The sample program on the simulator's page, as a user sees it. */
export class FoodOrder {
  constructor(page) {
    this.page = page
    this.shown = page.frameLocator('#page').locator('[shown]')
    this.consent = page.locator('#consent[open]')
    this.tokens = page.locator('#panel-token li')
  }

  /** Opens the simulator and waits for what the program shows first: the menu. */
  static async open(page, address) {
    const order = await FoodOrder.join(page, address)
    await order.menu()
    return order
  }

  /** Opens the simulator where a program is under way already. */
  static async join(page, address) {
    await page.goto(address)
    return new FoodOrder(page)
  }

  async menu() {
    await this.add(1).waitFor()
  }

  /** The button that puts one more of a dish into the basket. */
  add(dish) {
    return this.shown.locator(`#dish-${dish}`).locator('[class*=add]')
  }

  /** One plate of beef noodles and one of dumplings, beside what the basket keeps from before. */
  async addDishes() {
    const count = this.shown.locator('#count')
    const before = (await count.count()) ? Number.parseInt(await count.textContent()) : 0
    await this.add(1).click()
    await this.add(3).click()
    await count.getByText(`${before + 2} dishes`).waitFor()
  }

  async checkout() {
    await this.shown.locator('#checkout').click()
    await this.shown.locator('#use-phone').waitFor()
  }

  /** From the menu to the question whether the program may use the number. */
  async askForPhone() {
    await this.addDishes()
    await this.checkout()
    await this.shown.locator('#use-phone').click()
    await this.consent.waitFor()
  }

  /** A button of the dialog, whatever its state: `allow`, `once` or `deny`. */
  choice(name) {
    return this.page.locator(`#consent [data-choice=${name}]`)
  }

  /** Answers as soon as an answer counts. */
  async answer(name) {
    await this.page.locator(`#consent[open] [data-choice=${name}][aria-disabled=false]`).click()
    await this.consent.waitFor({ state: 'hidden' })
  }

  /** Waits until the page says that the program was allowed to send a message. */
  async allowed() {
    await this.shown.getByText('We will text you your order number').waitFor()
  }

  async placeOrder() {
    await this.shown.locator('#place-order').click()
    await this.shown.getByText('We have texted you your order number').waitFor()
  }

  /** Shows a tab of the inspector and returns its entries. */
  async inspect(name) {
    await this.page.locator(`#tab-${name}`).click()
    return this.page.locator(`#panel-${name} > ol > li`)
  }

  /** How many entries of the ledger are of a kind. */
  async ledgerHas(kind) {
    return this.page.locator('#panel-ledger > ol > li').filter({ hasText: kind }).count()
  }
}
