import { measure } from './child.mjs'
import { loadNow } from './figures.mjs'
import { plan } from './plan.mjs'

/** Measures every peer once. Without a folder of programs no pages are opened. */
export async function round(figures, programs) {
  for (const entry of plan(programs)) {
    for (const sample of await measure(entry)) figures.add(entry.peer, sample, loadNow())
  }
}
