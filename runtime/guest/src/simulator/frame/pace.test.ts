import { beforeEach, describe, expect, it } from 'vitest'
import { Pace } from './pace'

let frames: (() => void)[]
let now: number
let sent: string[]
let pace: Pace

beforeEach(() => {
  frames = []
  sent = []
  now = 100
  pace = new Pace(
    (run) => frames.push(run),
    () => now,
  )
})

const soon = (kind: string, what: string) => pace.soon(kind, () => sent.push(what))
const draw = () => frames.splice(0).forEach((run) => run())

describe('Pace', () => {
  it('letsTheLastOfAKind_throughWithTheNextFrame', () => {
    soon('move', 'a')
    soon('scroll', 'b')
    soon('move', 'c')
    expect(sent).toEqual([])
    draw()
    expect(sent).toEqual(['b', 'c'])
    draw()
    expect(sent).toEqual(['b', 'c'])
  })

  it('framesThatComeTooFast_waitForTheNextOne', () => {
    soon('move', 'a')
    draw()
    now += 8
    soon('move', 'b')
    draw()
    expect(sent).toEqual(['a'])
    now += 8
    draw()
    expect(sent).toEqual(['a', 'b'])
  })

  it('whatWaits_comesBeforeWhatMustStandBehindIt', () => {
    soon('move', 'a')
    pace.flush()
    sent.push('end')
    draw()
    expect(sent).toEqual(['a', 'end'])
  })
})
