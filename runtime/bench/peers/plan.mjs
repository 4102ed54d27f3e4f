import { rateOf } from './calls.mjs'
import { PROGRAMS } from './guest/programs.mjs'
import { goneFigure, RUNAWAYS } from './runaways.mjs'

const IN_FLIGHT = [1, 32]

/**
 * What is measured, in the order of a round. A part is a function of a file in `peer/`; its `figure` and `unit` are
 * where a note stands when there is nothing to measure.
 *
 * @param programs a folder of compiled programs; without one no pages are opened
 */
export const plan = (programs) => [
  ...(programs ? PROGRAMS.map((name) => pages(programs, name)) : []),
  ...IN_FLIGHT.flatMap((inFlight) => [
    ...(programs ? [wxCalls(programs, inFlight)] : []),
    calls('node-vm', 'node-vm', 'calls', inFlight),
    calls('worker_threads', 'worker-threads', 'calls', inFlight),
    calls('isolated-vm', 'isolated-vm', 'calls', inFlight),
    calls('isolated-vm, callback', 'isolated-vm', 'callbacks', inFlight),
    calls('workerd', 'workerd', 'calls', inFlight),
    calls('workerd, two processes', 'workerd', 'farCalls', inFlight),
  ]),
  ...Object.keys(RUNAWAYS).flatMap((name) => [
    kill('node-vm', 'node-vm', name),
    kill('worker_threads', 'worker-threads', name),
    kill('isolated-vm', 'isolated-vm', name),
    kill('workerd', 'workerd', name),
  ]),
]

const pages = (folder, name) => ({
  peer: 'node-vm',
  module: 'guest-in-vm',
  part: 'pages',
  args: [folder, name],
  figure: `first page, ${name}, user 1`,
  unit: 'ms',
})

const calls = (peer, module, part, inFlight) => ({ peer, module, part, args: [`${inFlight}`], ...rateOf(inFlight) })

const wxCalls = (folder, inFlight) => ({
  ...calls('node-vm, wx', 'guest-in-vm', 'wxCalls', inFlight),
  args: [folder, `${inFlight}`],
})

const kill = (peer, module, name) => ({ peer, module, part: 'kill', args: [name], ...goneFigure(name) })
