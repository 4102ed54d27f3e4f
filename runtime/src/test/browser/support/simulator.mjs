import { execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url))
const WORKER = 'dev.cloakroom.worker'

/** The user whom the tests let sit at the phone; the number is in `users.example.json`. */
export const PHONE = '+8613800138000'

/** `cloakroom run` as a child process, on a built tree. */
export class Simulator {
  #child
  #addresses = []
  #waiting = []
  output = ''

  constructor(program, port) {
    const users = ['--users', 'sample-miniprograms/users.example.json']
    this.#child = spawn('./cloakroom', ['run', program, '--port', String(port), ...users], {
      cwd: ROOT,
      env: { ...process.env, CLOAKROOM_BUILD: 'never' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.exited = new Promise((resolve) => this.#child.once('exit', resolve))
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.#read(line))
    }
    void this.exited.then((status) => this.#waiting.splice(0).forEach(({ reject }) => reject(this.#ended(status))))
  }

  /**
   * Starts the program in a folder of the checkout. The promise settles when the terminal shows an address,
   * and is rejected with what the command said when it ends before.
   */
  static async start(program = 'sample-miniprograms/food-order', port = 0) {
    const simulator = new Simulator(program, port)
    simulator.address = await simulator.#nextAddress()
    simulator.origin = new URL(simulator.address).origin
    return simulator
  }

  /** An address for another browser, as somebody gets it who presses Enter in the terminal. */
  async another() {
    this.#child.stdin.write('\n')
    return this.#nextAddress()
  }

  /** Kills the process in which the program runs, as the kernel would, and those that wait for one. */
  killWorker() {
    for (const pid of this.#workers()) process.kill(pid, 'SIGKILL')
  }

  /** Kills the process in which the program runs, and lets none of the others go on until the function is called. */
  killWorkerAndHoldTheNext() {
    const [first, ...others] = this.#workers()
    for (const pid of others) process.kill(pid, 'SIGSTOP')
    process.kill(first, 'SIGKILL')
    return () => others.forEach((pid) => process.kill(pid, 'SIGCONT'))
  }

  /** How many processes are there for programs. */
  workers() {
    return this.#workers().length
  }

  async stop() {
    this.#child.kill('SIGTERM')
    await this.exited
  }

  // the oldest is the one in which the program runs
  #workers() {
    const workers = this.#children().filter(({ command }) => command.includes(WORKER))
    if (workers.length === 0) throw new Error('the host has no worker process')
    return workers.map(({ pid }) => pid).sort((a, b) => a - b)
  }

  #children() {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .filter((match) => match && Number(match[2]) === this.#child.pid)
      .map(([, pid, , command]) => ({ pid: Number(pid), command }))
  }

  #read(line) {
    this.output += `${line}\n`
    const address = /http:\S+\?key=\S+/.exec(line)?.[0]
    if (!address) return
    const first = this.#waiting.shift()
    if (first) first.resolve(address)
    else this.#addresses.push(address)
  }

  #nextAddress() {
    const address = this.#addresses.shift()
    if (address) return Promise.resolve(address)
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  #ended(status) {
    return new Error(`cloakroom run ended with ${status}:\n${this.output}`)
  }
}
