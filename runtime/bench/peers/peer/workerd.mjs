import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CALLS, rateOf } from '../calls.mjs'
import { installed } from '../installed.mjs'
import { apart, far, near } from './workerd-config.mjs'

const WORKERD = installed(`@cloudflare/workerd-linux-${process.arch === 'x64' ? '64' : process.arch}`, 'bin/workerd')

if (!WORKERD) throw new Error('no workerd for this machine was installed')

// whoever has no patience left must not leave a server behind
process.once('SIGTERM', () => process.exit(1))

/** workerd: isolates of one process that call each other; or, with its RPC, those of another process. */
export const parts = {
  calls: (inFlight) => withFolder((folder) => calls(folder, near, inFlight)),

  farCalls: (inFlight) => withFolder((folder) => withServer(folder, far, () => calls(folder, apart, inFlight))),

  kill() {
    throw new Error('workerd as published has no limit on how long a guest runs')
  },
}

async function calls(folder, config, inFlight) {
  const options = { socketPath: join(folder, 'guest'), path: `/?count=${CALLS}&inFlight=${inFlight}` }
  const { rate } = await withServer(folder, config, async () => {
    await get(options)
    return get(options)
  })
  // its clock ticks once a millisecond, so it cannot tell how long a single call takes
  return [rateOf(inFlight, rate)]
}

async function withFolder(run) {
  const folder = mkdtempSync(join(tmpdir(), 'cloakroom-workerd-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function withServer(folder, config, run) {
  const file = join(folder, `${config.name}.capnp`)
  writeFileSync(file, config(folder))
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe']
  const server = spawn(WORKERD, ['serve', file, '--experimental', '--control-fd=3'], { stdio })
  process.once('exit', () => server.kill('SIGKILL'))
  try {
    await listening(server)
    return await run()
  } finally {
    server.kill('SIGKILL')
  }
}

async function listening(server) {
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('workerd did not start')))
  ended.catch(() => {})
  await Promise.race([once(server.stdio[3], 'data'), ended])
}

async function get(options) {
  const [response] = await once(request(options).end(), 'response')
  const body = await text(response)
  if (response.statusCode !== 200) throw new Error(`workerd answered ${response.statusCode}: ${body}`)
  return JSON.parse(body)
}
