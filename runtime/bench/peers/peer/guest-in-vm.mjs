import { measurePages } from '../guest/pages.mjs'
import { measureWxCalls } from '../guest/wx-calls.mjs'

/** The guest library, as it was built for workers, in Node's own contexts. */
export const parts = { pages: measurePages, wxCalls: measureWxCalls }
