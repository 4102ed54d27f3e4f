import { beforeEach, describe, expect, it } from 'vitest'
import { Channel } from '../base/channel'
import { Faults } from '../base/faults'
import { Places } from '../base/places'
import { Timers } from '../base/timers'
import { Convention } from './convention'
import { LocationUpdates } from './location'
import { Privacy } from './privacy'

interface Call {
  id: number
  api: string
}

let calls: Call[]
let channel: Channel
let convention: Convention
let privacy: Privacy
let timers: Timers
let scheduled: number[]

beforeEach(() => {
  calls = []
  scheduled = []
  const send = (kind: string, json: string) => void (kind === 'CALL' && calls.push(JSON.parse(json)))
  const port = { send, schedule: (id: number) => void scheduled.push(id), cancel() {}, evaluate() {} }
  channel = new Channel(port, () => {})
  const faults = new Faults(channel, new Places(() => false))
  convention = new Convention(channel, faults)
  privacy = new Privacy(convention, faults)
  timers = new Timers(port, faults)
})

const asked = () => calls.map(({ api }) => api)
/** Lets every promise that is under way come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

async function answer(api: string, value: object, ok = true): Promise<void> {
  const at = calls.findIndex((call) => call.api === api)
  const [call] = calls.splice(at, 1)
  channel.reply(call!.id, { ok, value: { errMsg: `${api}:${ok ? 'ok' : 'fail'}`, ...value } })
  await settled()
}

function listen(): { referrer: string; resolve(result: object): void }[] {
  const heard: { referrer: string; resolve(result: object): void }[] = []
  const entry = privacy.apis().onNeedPrivacyAuthorization as { run(listener: unknown): void }
  entry.run((resolve: (result: object) => void, { referrer }: { referrer: string }) =>
    heard.push({ referrer, resolve }),
  )
  return heard
}

describe('privacy agreement', () => {
  it('without a listener the host is asked at once', () => {
    void privacy.guarded('getLocation')()
    expect(asked()).toEqual(['getLocation'])
  })

  it('a call waits until the user agreed, by the word of the host', async () => {
    const heard = listen()
    const reply = privacy.guarded('getLocation')() as Promise<object>
    await answer('getPrivacySetting', { needAuthorization: true })
    expect(heard.map(({ referrer }) => referrer)).toEqual(['getLocation'])
    expect(asked()).toEqual([])

    heard[0]!.resolve({ event: 'agree', buttonId: 'agree' })
    await answer('getPrivacySetting', { needAuthorization: false })
    await answer('getLocation', { latitude: 1 })
    expect(await reply).toMatchObject({ latitude: 1 })
  })

  it.each(['agree', 'disagree'])('a program that says %s without a tap gets nothing', async (event) => {
    const heard = listen()
    const reply = privacy.guarded('getLocation')() as Promise<object>
    const refused = expect(reply).rejects.toMatchObject({
      errMsg: 'getLocation:fail privacy permission is not authorized',
    })
    await answer('getPrivacySetting', { needAuthorization: true })
    heard[0]!.resolve({ event })
    if (event === 'agree') await answer('getPrivacySetting', { needAuthorization: true })
    await refused
    expect(asked()).toEqual([])
  })

  it('one dialog serves all calls that wait', async () => {
    const heard = listen()
    void privacy.guarded('getLocation')()
    void privacy.guarded('chooseAddress')()
    await answer('getPrivacySetting', { needAuthorization: true })
    await answer('getPrivacySetting', { needAuthorization: true })
    expect(heard).toHaveLength(1)
    heard[0]!.resolve({ event: 'agree' })
    await answer('getPrivacySetting', { needAuthorization: false })
    expect(asked()).toEqual(['getLocation', 'chooseAddress'])
  })
})

describe('location updates', () => {
  const place = (latitude: number) => ({ latitude, longitude: 2, code: 'token' })

  it('tells of each other place, until stopped', async () => {
    const ask = (options: object, then: Parameters<Convention['ask']>[2]) =>
      convention.ask('startLocationUpdate', options, then)
    const updates = new LocationUpdates(ask, timers, new Faults(channel, new Places(() => false)))
    const apis = updates.apis() as Record<string, { run(...args: unknown[]): unknown }>
    const told: unknown[] = []
    let started: unknown
    apis.onLocationChange!.run(({ latitude }: { latitude: number }) => told.push(latitude))
    apis.startLocationUpdate!.run({}, (reply: { value: unknown }) => (started = reply.value))
    await answer('startLocationUpdate', place(1))
    expect(started).toEqual({ errMsg: 'startLocationUpdate:ok' })
    for (const latitude of [1, 3]) {
      timers.fire(scheduled.at(-1)!)
      await answer('startLocationUpdate', place(latitude))
    }
    expect(told).toEqual([1, 3])
    apis.stopLocationUpdate!.run({})
    timers.fire(scheduled.at(-1)!)
    expect(asked()).toEqual([])
  })
})
