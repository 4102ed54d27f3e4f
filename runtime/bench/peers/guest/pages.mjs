import { GuestContext, Program } from './library.mjs'
import { readBackEnd, readProgram } from './programs.mjs'
import { User } from './user.mjs'
import { warmUp } from './warm-up.mjs'

const USERS = 10
const TAPS = 200
const TAPS_SHOWN = [1, 20, TAPS]
const USERS_SHOWN = [2, USERS]

/**
 * What `PageBench` measures of a worker, of this process, with the same library and the same programs.
 *
 * @param folder holds the files of `programs.mjs`
 */
export async function measurePages(folder, name) {
  await warmUp()
  const bench = new PageBench(name)
  await bench.measure(readProgram(folder, name), readBackEnd(folder))
  return bench.samples
}

/** One process, one program, ten users: the first pages, some taps, the memory. */
class PageBench {
  samples = []
  #name
  #spare = new GuestContext()
  #users = []

  constructor(name) {
    this.#name = name
  }

  async measure(json, backEnd) {
    this.#add('worker ready', 'ms', performance.now())
    this.#add('memory when ready', 'MB', residentMegabytes())
    const program = await this.#first(json, backEnd)
    const one = residentMegabytes()
    for (let number = 2; number <= USERS; number++) await this.#next(program, backEnd, number)
    this.#add(`memory with ten users, ${this.#name}`, 'MB', residentMegabytes())
    this.#add(`memory of a further session, ${this.#name}`, 'MB', (residentMegabytes() - one) / (USERS - 1))
    if (this.#name !== 'food-order') await this.#taps()
  }

  async #first(json, backEnd) {
    const claimed = performance.now()
    const program = new Program(json)
    const user = await this.#open(program, backEnd)
    this.#add(`first page, ${this.#name}, user 1`, 'ms', user.lastOperations - claimed)
    this.#add(`operations, ${this.#name}`, 'kB', user.operationBytes() / 1e3)
    return program
  }

  async #next(program, backEnd, number) {
    const began = performance.now()
    const user = await this.#open(program, backEnd)
    if (USERS_SHOWN.includes(number)) {
      this.#add(`first page, ${this.#name}, user ${number}`, 'ms', user.lastOperations - began)
    }
  }

  // the next context is made when this user's page stands, as in a worker
  async #open(program, backEnd) {
    const user = await new User(this.#spare, program, backEnd).open()
    this.#users.push(user)
    this.#spare = new GuestContext()
    return user
  }

  async #taps() {
    for (let tap = 1; tap <= TAPS; tap++) {
      const milliseconds = await this.#users[0].tap()
      if (TAPS_SHOWN.includes(tap)) this.#add(`tap, ${this.#name}, number ${tap}`, 'ms', milliseconds)
    }
  }

  #add(figure, unit, value) {
    this.samples.push({ figure, unit, value })
  }
}

// after a collection, which node does not do by itself when it could
function residentMegabytes() {
  globalThis.gc()
  return process.memoryUsage.rss() / 1e6
}
