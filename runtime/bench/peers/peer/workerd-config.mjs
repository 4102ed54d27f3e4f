import { join } from 'node:path'
import { ANSWER, CALLER } from '../calls.mjs'

const GUEST = `
  const caller = ${CALLER}
  export default {
    async fetch({ url }, { BROKER }) {
      const asked = new URL(url).searchParams
      const count = Number(asked.get('count'))
      const began = Date.now()
      await caller((text) => BROKER.call(text), count, Number(asked.get('inFlight')))
      return Response.json({ rate: (count / (Date.now() - began)) * 1e3 })
    },
  }`

const BROKER = `
  import { WorkerEntrypoint } from 'cloudflare:workers'
  const answer = ${ANSWER}
  export class Broker extends WorkerEntrypoint { call(text) { return answer(text) } }
  export default {}`

const ENTRYPOINT = '(name = "broker", entrypoint = "Broker")'

/** The guest and, as another worker of the same process, the broker that it calls. */
export const near = (folder) =>
  config(
    ['(name = "guest", worker = .guest)', '(name = "broker", worker = .broker)'],
    listen(folder, 'guest', 'http = (), service = "guest"'),
    guest(ENTRYPOINT) + broker,
  )

/** The guest alone; the broker is reached through a socket. */
export const apart = (folder) =>
  config(
    [
      '(name = "guest", worker = .guest)',
      `(name = "broker", external = (${address(folder, 'broker')}, http = (capnpConnectHost = "broker")))`,
    ],
    listen(folder, 'guest', 'http = (), service = "guest"'),
    guest('"broker"'),
  )

/** The broker alone, behind that socket. */
export const far = (folder) =>
  config(
    ['(name = "broker", worker = .broker)'],
    listen(folder, 'broker', `http = (capnpConnectHost = "broker"), service = ${ENTRYPOINT}`),
    broker,
  )

const guest = (service) => worker('guest', GUEST, `, bindings = [(name = "BROKER", service = ${service})]`)
const broker = worker('broker', BROKER, '')

const listen = (folder, name, what) => `(name = "${name}", ${address(folder, name)}, ${what})`
const address = (folder, name) => `address = ${JSON.stringify(`unix:${join(folder, name)}`)}`

function worker(name, code, more) {
  const module = `(name = "${name}.js", esModule = ${JSON.stringify(code)})`
  return `const ${name} :Workerd.Worker = (compatibilityDate = "2026-01-01", modules = [${module}]${more});\n`
}

function config(services, socket, workers) {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [${services.join(', ')}], sockets = [${socket}]);
${workers}`
}
