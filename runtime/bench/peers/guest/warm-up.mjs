import { built, GuestContext, Program } from './library.mjs'
import { User } from './user.mjs'

const OPENS = 3
const TAPS = 10

/** What a worker does before it is ready. */
export async function warmUp() {
  const program = new Program(built('warm-up.json'))
  for (let open = 0; open < OPENS; open++) {
    const user = await new User(new GuestContext(), program, '{}').open()
    for (let tap = 0; tap < TAPS; tap++) await user.tap()
  }
}
