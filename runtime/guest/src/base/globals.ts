/** The engine's own globals that reach files, hosts or fine clocks, or that no program of WeChat's has. */
const REMOVED = [
  'load',
  'loadWithNewGlobal',
  'print',
  'printErr',
  'quit',
  'exit',
  'read',
  'readbuffer',
  'readline',
  'Java',
  'JavaImporter',
  'Packages',
  'java',
  'javafx',
  'javax',
  'com',
  'org',
  'edu',
  'Graal',
  'Polyglot',
  'SharedArrayBuffer',
  'Atomics',
  'WebAssembly',
  'ShadowRealm',
  'performance',
  'arguments',
]

interface Engine {
  Error: { stackTraceLimit: number }
  Graal?: { setUnhandledPromiseRejectionHandler(handler: (reason: unknown, promise: Promise<unknown>) => void): void }
}

// a failing `wx` call is often many frames below the program's own line
const STACK_FRAMES = 40

/** Takes the engine's globals away, after the one that is needed has been used. */
export function harden(rejected: (reason: unknown, promise: Promise<unknown>) => void): void {
  const engine = globalThis as unknown as Engine
  engine.Error.stackTraceLimit = STACK_FRAMES
  engine.Graal?.setUnhandledPromiseRejectionHandler(rejected)
  for (const name of REMOVED) remove(name)
}

function remove(name: string): void {
  if (name in globalThis && !Reflect.deleteProperty(globalThis, name)) {
    throw new Error(`the global ${name} cannot be removed`)
  }
}

/** Puts a global where the program finds it. */
export function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false })
}
