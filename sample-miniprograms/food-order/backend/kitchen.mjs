import { randomBytes, randomUUID } from 'node:crypto'
import { Problem } from './cloakroom.mjs'
import { MENU, totalOf, yuan } from './menu.mjs'

// Without letters and digits that are mistaken for one another when called across a room.
const LETTERS = 'ACDEFHJKMNPRTWXY3479'

/** The shop's own rules and its orders. It knows its guests by pairwise subject only. */
export class Kitchen {
  #cloakroom
  #subjects = new Map()
  #orders = new Map()

  constructor(cloakroom) {
    this.#cloakroom = cloakroom
  }

  menu() {
    return { status: 200, body: MENU }
  }

  async signIn({ code }) {
    const session = randomUUID()
    this.#subjects.set(session, await this.#cloakroom.subjectOf(code))
    return { status: 200, body: { session } }
  }

  async placeOrder(session, { items, table, note, phoneCode }) {
    if (!this.#subjects.has(session)) return refusal(401, 'please sign in')
    const total = totalOf(items)
    if (total === null) return refusal(400, 'no such dishes')
    const order = this.#keep({ session, items, total, table: short(table, 8), note: short(note, 60) })
    return { status: 200, body: { ...slip(order), ...(await this.#text(order, phoneCode)) } }
  }

  #keep({ session, ...rest }) {
    const order = { orderNo: this.#orderNo(), subject: this.#subjects.get(session), ...rest }
    this.#orders.set(order.orderNo, order)
    return order
  }

  #orderNo() {
    const number = 'LK-' + Array.from(randomBytes(5), (byte) => LETTERS[byte % LETTERS.length]).join('')
    return this.#orders.has(number) ? this.#orderNo() : number
  }

  // The order stands whatever becomes of its text message.
  async #text({ orderNo, total }, phoneCode) {
    if (!phoneCode) return { sms: 'none' }
    try {
      const parameters = { orderNo, total: yuan(total) }
      const { result } = await this.#cloakroom.sendSms(phoneCode, 'order-confirmed', parameters, orderNo)
      return { sms: result }
    } catch (error) {
      return error instanceof Problem ? { sms: 'refused', reason: whyNot(error) } : { sms: 'unknown' }
    }
  }
}

// A permission that was taken back and one that ran out look the same from here, and should.
function whyNot(problem) {
  return problem.kind === 'invalid-token' ? 'your permission has ended' : 'the message was not allowed'
}

function slip({ orderNo, total, table, note }) {
  return { orderNo, total: yuan(total), table, note }
}

function short(text, most) {
  return typeof text === 'string' ? text.slice(0, most) : ''
}

function refusal(status, error) {
  return { status, body: { error } }
}
