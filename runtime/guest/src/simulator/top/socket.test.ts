import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Socket } from './socket'

const LONG_MS = 60_000

class FakeWebSocket {
  static made: FakeWebSocket[] = []
  onclose: (event: { code: number }) => void = () => {}

  constructor() {
    FakeWebSocket.made.push(this)
  }
}

describe('Socket', () => {
  const disconnected = vi.fn()
  const looked = vi.fn()
  const refused = vi.fn()

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', FakeWebSocket)
    FakeWebSocket.made = []
    looked.mockResolvedValue(undefined)
    refused.mockResolvedValue(false)
    new Socket('ws://host', { looked, refused }, { message: vi.fn(), disconnected }).connect()
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.resetAllMocks()
  })

  async function closeWith(code: number): Promise<void> {
    FakeWebSocket.made[0]!.onclose({ code })
    await vi.advanceTimersByTimeAsync(LONG_MS)
  }

  it('isMadeAgain_whenItBreaks', async () => {
    await closeWith(1006)
    expect(disconnected.mock.calls).toEqual([['lost']])
    expect(FakeWebSocket.made).toHaveLength(2)
  })

  it('isNotMadeAgain_whenAnotherTabHasThePhone', async () => {
    await closeWith(4001)
    expect(disconnected.mock.calls).toEqual([['taken-over']])
    expect(FakeWebSocket.made).toHaveLength(1)
  })

  it('isNotMadeAgain_whenAnotherHostIsThere', async () => {
    refused.mockResolvedValue(true)
    await closeWith(1006)
    expect(disconnected.mock.calls).toEqual([['lost'], ['refused']])
    expect(FakeWebSocket.made).toHaveLength(1)
  })

  it('isNotMadeAgain_whileNobodyLooks', async () => {
    let look = () => {}
    looked.mockReturnValue(new Promise<void>((resolve) => (look = resolve)))
    await closeWith(1006)
    expect(FakeWebSocket.made).toHaveLength(1)
    look()
    await vi.advanceTimersByTimeAsync(0)
    expect(FakeWebSocket.made).toHaveLength(2)
  })
})
