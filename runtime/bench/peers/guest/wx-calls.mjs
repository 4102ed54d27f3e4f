import { CALLS, Calls } from '../calls.mjs'
import { GuestContext, Program } from './library.mjs'
import { readProgram } from './programs.mjs'
import { User } from './user.mjs'
import { warmUp } from './warm-up.mjs'

/** Measures `wx` calls of a program whose tap makes twice `CALLS` of them, through the guest library. */
export async function measureWxCalls(folder, inFlight) {
  await warmUp()
  const program = new Program(readProgram(folder, `caller-${inFlight}`))
  const calls = new Calls()
  let count = 0
  const user = new User(new GuestContext(), program, '{}', (args) => ++count > CALLS && calls.came(args))
  await (await user.open()).tap()
  return calls.samples(inFlight)
}
