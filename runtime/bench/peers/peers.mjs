// Measures what else one could run programs on: `node peers.mjs [--json] [--rounds N] [--programs FOLDER]`.
import { parseArgs } from 'node:util'
import { Figures } from './figures.mjs'
import { round } from './round.mjs'
import { table } from './table.mjs'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
    programs: { type: 'string' },
  },
})

const figures = new Figures()
for (let number = 0; number < Number(options.rounds); number++) await round(figures, options.programs)
console.log(options.json ? JSON.stringify(figures.rows(), null, 2) : table(figures.rows()))
