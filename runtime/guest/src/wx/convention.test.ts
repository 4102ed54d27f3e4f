import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Channel } from '../base/channel'
import { Faults } from '../base/faults'
import { fail } from '../base/outcome'
import { Places } from '../base/places'
import { Convention, type Entry, NOT_SUPPORTED } from './convention'

let frames: [string, Record<string, unknown>][]
let channel: Channel
let convention: Convention

beforeEach(() => {
  frames = []
  const send = (kind: string, json: string) => void frames.push([kind, JSON.parse(json)])
  channel = new Channel({ send, schedule() {}, cancel() {}, evaluate() {} }, () => {})
  const places = new Places(() => false)
  convention = new Convention(channel, new Faults(channel, places))
})

const method = (entry: Entry) => convention.method('api', entry) as (options?: unknown) => unknown
const fine: Entry = { how: 'local', run: () => ({ ok: true, value: { data: 1 } }) }
const failing: Entry = { how: 'local', run: () => fail('because') }

describe('without callbacks', () => {
  it('resolves', async () => expect(await method(fine)({})).toEqual({ data: 1, errMsg: 'api:ok' }))
  it('rejects', async () => expect(method(failing)()).rejects.toEqual({ errMsg: 'api:fail because' }))
})

describe.each(['success', 'fail', 'complete'])('with %s', (name) => {
  it('returns no promise', () => expect(method(fine)({ [name]: () => {} })).toBeUndefined())
})

describe('with callbacks', () => {
  it('calls success and complete after the call has returned', async () => {
    const called: string[] = []
    method(fine)({
      success: () => called.push('success'),
      complete: () => called.push('complete'),
      fail: () => called.push('fail'),
    })
    expect(called).toEqual([])
    await Promise.resolve()
    expect(called).toEqual(['success', 'complete'])
  })

  it('calls complete though fail throws, and reports that', async () => {
    const complete = vi.fn()
    method(failing)({
      complete,
      fail: () => {
        throw new Error('in fail')
      },
    })
    await Promise.resolve()
    expect(complete).toHaveBeenCalledWith({ errMsg: 'api:fail because' })
    expect(frames).toMatchObject([['FAULT', { message: 'Error: in fail' }]])
  })
})

describe('a host API', () => {
  it('sends options without callbacks and waits for the reply', async () => {
    const promise = method({ how: 'host' })({ a: 1 })
    expect(frames).toEqual([['CALL', { id: 1, api: 'api', args: { a: 1 } }]])
    channel.reply(1, { ok: true, value: { errMsg: 'api:ok', b: 2 } })
    expect(await promise).toEqual({ errMsg: 'api:ok', b: 2 })
  })

  it('has no promise where WeChat has none', () => {
    expect(method({ how: 'host', promises: false })({})).toBeUndefined()
  })

  it('refuses options that are not JSON without asking', async () => {
    await expect(method({ how: 'host' })({ a: 1n })).rejects.toEqual({
      errMsg: 'api:fail parameter error: the options are not JSON',
    })
    expect(frames).toEqual([])
    void method({ how: 'host' })({})
    expect(frames).toMatchObject([['CALL', { id: 1 }]])
  })
})

describe('an unsupported API', () => {
  const unsupported: Entry = { how: 'local', run: () => fail(NOT_SUPPORTED) }

  it.each(['success', 'complete'])('whose failure nobody hears with %s is a fault', async (name) => {
    method(unsupported)({ [name]: () => {} })
    await Promise.resolve()
    expect(frames).toMatchObject([['FAULT', { message: 'api:fail not supported' }]])
  })

  it('whose failure is heard is none', async () => {
    method(unsupported)({ success: () => {}, fail: () => {} })
    await Promise.resolve()
    expect(frames).toEqual([])
  })
})
