import ivm from 'isolated-vm'
import { CALLER, measureCalls } from '../calls.mjs'
import { DEADLINE, gone, RUNAWAYS } from '../runaways.mjs'

const MEGABYTES = 64

// its two ways for a guest to call the host and await the answer
const REFERENCE = 'host.apply(undefined, [text], { arguments: { copy: true }, result: { promise: true, copy: true } })'

/** isolated-vm: a V8 isolate and a thread of its own for each guest, in the process of the host. */
export const parts = {
  calls: (inFlight) =>
    measureCalls((answer) => guest(new ivm.Reference(async (text) => answer(text)), REFERENCE), Number(inFlight)),

  callbacks: (inFlight) =>
    measureCalls((answer) => guest(new ivm.Callback(answer, { async: true }), 'host(text)'), Number(inFlight)),

  async kill(name) {
    const isolate = new ivm.Isolate({ memoryLimit: MEGABYTES })
    const context = await isolate.createContext()
    const began = performance.now()
    setTimeout(() => isolate.isDisposed || isolate.dispose(), DEADLINE)
    await context.eval(RUNAWAYS[name], { timeout: DEADLINE }).catch(expectStopped)
    return gone(name, began)
  },
}

async function guest(host, call) {
  const context = await new ivm.Isolate({ memoryLimit: MEGABYTES }).createContext()
  await context.global.set('host', host)
  return (count, inFlight) => context.eval(`(${CALLER})((text) => ${call}, ${count}, ${inFlight})`, { promise: true })
}

function expectStopped(error) {
  if (!/timed out|disposed/.test(error.message)) throw error
}
