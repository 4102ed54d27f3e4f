import vm from 'node:vm'
import { CALLER, measureCalls } from '../calls.mjs'
import { DEADLINE, gone, RUNAWAYS } from '../runaways.mjs'

/** Node's own contexts: V8 without any wall between guest and host, the bound of what is possible. */
export const parts = {
  calls: (inFlight) =>
    measureCalls((answer) => {
      const caller = vm.runInContext(`(${CALLER})`, vm.createContext())
      return (count, depth) => caller(async (text) => answer(text), count, depth)
    }, Number(inFlight)),

  kill(name) {
    const began = performance.now()
    try {
      vm.runInContext(RUNAWAYS[name], vm.createContext(), { timeout: DEADLINE })
    } catch (stopped) {
      if (stopped.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw stopped
    }
    return gone(name, began)
  },
}
