import { setImmediate as promisesRun } from 'node:timers/promises'

const BUTTON = /\["l",(\d+),"tap"/

/** A user of a program: stands where the host stands, answers every call at once and notes when operations came. */
export class User {
  /** When the last operations came, in milliseconds. */
  lastOperations = 0

  #guest
  #backEnd
  #operations = []
  #replies = []
  #timers = new Map()
  #turns = 0
  #called
  #fault
  /**
   * @param backEnd what each `wx.request` is answered with
   * @param called hears the options of each call to the host
   */
  constructor(guest, program, backEnd, called = () => {}) {
    this.program = program
    this.#guest = guest
    this.#backEnd = backEnd
    this.#called = called
    guest.begin(this)
  }

  /** Opens the program's first page, until it has nothing to do. */
  async open() {
    await this.#turn('OPEN', { launch: { path: '', scene: 1001, query: {} }, storage: {}, device: {} })
    return this
  }

  /** Taps the first button; milliseconds until the last operations that it led to. */
  async tap() {
    const body = { page: 1, node: this.#button(), type: 'tap', detail: { x: 1, y: 1 }, fields: {} }
    const began = performance.now()
    await this.#turn('EVENT', body)
    return this.lastOperations - began
  }

  /** How many characters of operations came so far. */
  operationBytes() {
    return this.#operations.reduce((sum, json) => sum + JSON.stringify(JSON.parse(json).ops).length, 0)
  }

  send(kind, json) {
    if (kind === 'FAULT') this.#fault = json
    if (kind === 'CALL') this.#replies.push(this.#answer(JSON.parse(json)))
    if (kind === 'OPS') this.#show(json)
  }

  schedule(timer, delay) {
    this.#timers.set(
      timer,
      setTimeout(() => this.#fire(timer), delay),
    )
  }

  cancel(timer) {
    clearTimeout(this.#timers.get(timer))
    this.#timers.delete(timer)
  }

  async #turn(kind, body) {
    await this.#run(kind, body)
    while (this.#replies.length) await this.#run('REPLY', this.#replies.shift())
  }

  async #run(kind, body) {
    this.#guest.receive(kind, JSON.stringify({ seq: ++this.#turns, ...body }))
    await promisesRun()
    this.#guest.settle()
    // thrown at the guest, it would be the guest's to handle
    if (this.#fault) throw new Error(`the program failed: ${this.#fault}`)
  }

  async #fire(timer) {
    this.#timers.delete(timer)
    this.#guest.fire(timer)
    await promisesRun()
    this.#guest.settle()
  }

  #show(json) {
    this.lastOperations = performance.now()
    this.#operations.push(json)
  }

  #answer({ id, api, args }) {
    this.#called(args)
    const response = api === 'request' ? { statusCode: 200, data: this.#backEnd, header: {} } : {}
    return { id, ok: true, value: { errMsg: `${api}:ok`, ...response } }
  }

  #button() {
    return Number(this.#operations.map((json) => BUTTON.exec(json)).find(Boolean)[1])
  }
}
