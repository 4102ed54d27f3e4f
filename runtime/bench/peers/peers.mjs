// Measures what else one could run programs on: `node peers.mjs [--rounds N] [--programs FOLDER]`, as JSON.
import { parseArgs } from 'node:util'
import { measure } from './child.mjs'
import { Figures, loadNow } from './figures.mjs'
import { plan } from './plan.mjs'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    programs: { type: 'string' },
  },
})

const figures = new Figures()
for (let round = 0; round < Number(options.rounds); round++) {
  for (const entry of plan(options.programs)) {
    for (const sample of await measure(entry)) figures.add(entry.peer, sample, loadNow())
  }
}
console.log(JSON.stringify(figures.rows(), null, 2))
