import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The programs that are opened. A folder of programs has a `<name>.json` of each, as a worker loads it. */
export const PROGRAMS = ['small', 'food-order', 'heavy']

export const readProgram = (folder, name) => read(folder, `${name}.json`)

/** What the programs' back end answers. */
export const readBackEnd = (folder) => read(folder, 'back-end.json')

const read = (folder, file) => readFileSync(join(folder, file), 'utf8')
