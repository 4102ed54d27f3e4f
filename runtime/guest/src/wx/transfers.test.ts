import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '../base/channel'
import type { Convention } from './convention'
import { requestApis } from './request'
import { transferApis } from './transfers'

const OPTIONS = { url: 'https://x.example/a' }

function start(api: 'uploadFile' | 'downloadFile' | 'request', options: object) {
  const asked: [string, object, (reply: Reply) => void][] = []
  const convention = {
    ask: (...call: (typeof asked)[0]) => void asked.push(call),
    refuse: (name: string, reason: string, answer: (reply: Reply) => void) =>
      answer({ ok: false, value: { errMsg: `${name}:fail ${reason}` } }),
  } as unknown as Convention
  const entry = { ...requestApis(convention), ...transferApis(convention) }[api]!
  const answer = vi.fn()
  const task = (entry as unknown as { run(o: object, a: unknown): Record<string, (x?: unknown) => void> }).run(
    options,
    answer,
  )
  return { asked, answer, task, reply: (value: object) => asked[0]![2]({ ok: true, value } as Reply) }
}

describe('a transfer', () => {
  it('tells headers, progress and the answer, in this order', () => {
    const { task, reply, answer } = start('uploadFile', OPTIONS)
    const told: object[] = []
    task.onHeadersReceived!((event: object) => told.push(event))
    task.onProgressUpdate!((event: object) => told.push(event))
    reply({ statusCode: 200, data: 'ok', size: 7, header: { a: 'b' }, errMsg: 'uploadFile:ok' })
    expect(told).toEqual([
      { header: { a: 'b' }, statusCode: 200 },
      { progress: 100, totalBytesSent: 7, totalBytesExpectedToSend: 7 },
    ])
    expect(answer).toHaveBeenCalledWith({ ok: true, value: { statusCode: 200, data: 'ok', errMsg: 'uploadFile:ok' } })
  })

  it('is over when it is aborted', () => {
    const { task, reply, answer } = start('downloadFile', OPTIONS)
    task.abort!()
    reply({ statusCode: 200, tempFilePath: 'wxfile://tmp_1.png', errMsg: 'downloadFile:ok' })
    expect(answer.mock.calls).toEqual([[{ ok: false, value: { errMsg: 'downloadFile:fail abort' } }]])
  })

  it('does not tell a listener that was taken off', () => {
    const { task, reply } = start('downloadFile', OPTIONS)
    const listener = vi.fn()
    task.onProgressUpdate!(listener)
    task.offProgressUpdate!(listener)
    reply({ statusCode: 200, errMsg: 'downloadFile:ok' })
    expect(listener).not.toHaveBeenCalled()
  })

  it('is refused without an address', () => {
    const { answer, asked } = start('uploadFile', {})
    expect(asked).toEqual([])
    expect(answer.mock.calls[0]![0].value.errMsg).toBe(
      'uploadFile:fail parameter error: parameter.url should be String',
    )
  })
})

describe('an answer to a request', () => {
  it('is bytes where bytes were asked for', () => {
    const { reply, answer } = start('request', { ...OPTIONS, responseType: 'arraybuffer' })
    reply({ statusCode: 200, data: 'AP8B', errMsg: 'request:ok' })
    expect(new Uint8Array(answer.mock.calls[0]![0].value.data)).toEqual(new Uint8Array([0, 255, 1]))
  })
})
