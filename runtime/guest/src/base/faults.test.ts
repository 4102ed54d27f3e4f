import { beforeEach, expect, it } from 'vitest'
import { Channel } from './channel'
import { Faults } from './faults'
import { Places } from './places'

let frames: unknown[]
let faults: Faults

beforeEach(() => {
  frames = []
  const send = (_kind: string, json: string) => void frames.push(JSON.parse(json))
  const channel = new Channel({ send, schedule() {}, cancel() {}, evaluate() {} }, () => {})
  faults = new Faults(channel, new Places((path) => path.endsWith('faults.test.ts')))
})

it('an error is told with its line', () => {
  faults.send(new TypeError('no'))
  expect(frames).toMatchObject([{ message: 'TypeError: no', at: expect.stringMatching(/faults\.test\.ts:\d+$/) }])
})

it('what is no error is told with the way to its line', () => {
  faults.send('no')
  expect(frames).toMatchObject([{ message: 'no was thrown or rejected: use an Error, which knows its line', at: '' }])
})

it('a failure whose place is known needs no such hint', () => {
  faults.send(faults.from({ errMsg: 'x:fail' }, 'app.js:3'))
  expect(frames).toMatchObject([{ message: 'x:fail', at: 'app.js:3' }])
})
