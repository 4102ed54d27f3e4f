import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { CALLER, measureCalls } from '../calls.mjs'
import { DEADLINE, gone, RUNAWAYS } from '../runaways.mjs'

const GUEST = `
  const { parentPort } = require('node:worker_threads')
  const waiting = new Map()
  let calls = 0
  const call = (text) => new Promise((resolve) => {
    waiting.set(++calls, resolve)
    parentPort.postMessage({ id: calls, text })
  })
  const settle = ({ id, text }) => {
    waiting.get(id)(text)
    waiting.delete(id)
  }
  const run = ({ count, inFlight }) => (${CALLER})(call, count, inFlight).then(() => parentPort.postMessage({ over: true }))
  parentPort.on('message', (message) => (message.id ? settle(message) : run(message)))`

/** Node's threads: an engine each in one process, which speak by messages. */
export const parts = {
  calls: (inFlight) => measureCalls(thread, Number(inFlight)),

  async kill(name) {
    const worker = new Worker(RUNAWAYS[name], { eval: true })
    await once(worker, 'online')
    const began = performance.now()
    await sleep(DEADLINE)
    await worker.terminate()
    return gone(name, began)
  },
}

function thread(answer) {
  const worker = new Worker(GUEST, { eval: true })
  let finish
  worker.on('message', ({ id, text }) => (id ? worker.postMessage({ id, text: answer(text) }) : finish()))
  return (count, inFlight) =>
    new Promise((resolve) => {
      finish = resolve
      worker.postMessage({ count, inFlight })
    })
}
