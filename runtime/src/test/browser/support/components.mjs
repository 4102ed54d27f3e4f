/** The program `programs/components` on the simulator's page. */
export class Components {
  constructor(page) {
    this.page = page
    this.shown = page.frameLocator('#page').locator('[shown]')
    this.sheet = this.shown.locator('picker-sheet')
    this.console = page.locator('#panel-console li')
  }

  static async open(page, address) {
    await page.goto(address)
    const all = new Components(page)
    await all.at('told').waitFor({ state: 'attached' })
    return all
  }

  at(id) {
    return this.shown.locator(`#${id}`)
  }

  async box(id) {
    await this.at(id).scrollIntoViewIfNeeded()
    return this.at(id).boundingBox()
  }

  /** Waits until the program wrote that it was told so. */
  async told(words) {
    await this.at('told').getByText(words, { exact: true }).waitFor()
  }

  /** What it wrote, once that begins so. */
  async said(beginning) {
    await this.at('told').getByText(beginning).waitFor()
    return this.at('told').textContent()
  }

  /** Waits until the program's console says so. */
  async logged(words) {
    await this.console.getByText(words).first().waitFor({ state: 'attached' })
  }

  async drag(from, to) {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 8 })
    await mouse.up()
  }

  /** Chooses a word in a column of the open sheet. */
  async choose(column, word) {
    const found = this.sheet.locator('.column').nth(column)
    await found.getByText(word, { exact: true }).click()
  }

  async confirm() {
    // a column turns for a moment before it stands
    await this.page.waitForTimeout(600)
    await this.sheet.locator('.confirm').click()
    await this.sheet.waitFor({ state: 'detached' })
  }
}
