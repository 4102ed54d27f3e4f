import { describe, expect, it } from 'vitest'
import { Readiness, SETTLE_MS } from './consent/readiness'
import { notAfter } from './inspector/times'
import { Pages } from './phone/pages'
import { plainText } from './plain-text'

describe('Readiness', () => {
  it('isReady_onlyAfterTheWholeWait', () => {
    const readiness = new Readiness()
    readiness.observe(true, 1_000)
    expect(readiness.ready(1_000 + SETTLE_MS - 1)).toBe(false)
    expect(readiness.ready(1_000 + SETTLE_MS)).toBe(true)
  })

  it('neverSeen_isNotReady', () => {
    expect(new Readiness().ready(1_000_000)).toBe(false)
  })

  it('startsAgain_whenItWasCoveredOrMoved', () => {
    const readiness = new Readiness()
    readiness.observe(true, 0)
    readiness.observe(false, 400)
    readiness.observe(true, 450)
    expect(readiness.ready(SETTLE_MS + 10)).toBe(false)
    expect(readiness.ready(450 + SETTLE_MS)).toBe(true)
  })

  it('startsAgain_whenDisturbed', () => {
    const readiness = new Readiness()
    readiness.observe(true, 0)
    readiness.disturb()
    expect(readiness.ready(10_000)).toBe(false)
    expect(readiness.progress(10_000)).toBe(0)
  })
})

describe('plainText', () => {
  it('takesOutWhatCannotBeSeen', () => {
    const hostile = '\u200bNotice\u2028\u202e wollA \u202c\u2066Tap\u2069\u200d\u00ad\u0007 Allow'
    expect(plainText(hostile, 100)).toBe('Notice wollA Tap Allow')
  })

  it('isOneLine_ofBoundedLength', () => {
    expect(plainText('a\n\n  b', 10)).toBe('a b')
    expect([...plainText('字'.repeat(200), 140)]).toHaveLength(140)
  })

  it('cutsPilesOfAccents', () => {
    expect([...plainText(`a${'\u0301'.repeat(50)}`, 100)].length).toBeLessThanOrEqual(3)
  })
})

describe('notAfter', () => {
  it('comparesTimes_notTexts', () => {
    expect(notAfter('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z')).toBe(true)
    expect(notAfter('2026-01-01T00:00:00.500Z', '2026-01-01T00:00:00.5Z')).toBe(true)
    expect(notAfter('2026-01-01T00:00:01Z', '2026-01-01T00:00:00.5Z')).toBe(false)
  })
})

describe('Pages', () => {
  const open = (pages: Pages, page: number, title: string) => {
    pages.take({ t: 'page', op: 'open', page, path: 'pages/a/a', window: { title } })
    pages.take({ t: 'page', op: 'show', page })
  }

  it('initialPage_givesWayToTheFirstThatShows', () => {
    const pages = new Pages()
    open(pages, 0, 'at first')
    expect([pages.initial(), pages.visible, pages.window().title, pages.deep()]).toEqual([true, 0, 'at first', false])
    pages.take({ t: 'page', op: 'open', page: 1, path: 'pages/a/a', window: { title: 'then' } })
    expect(pages.initial()).toBe(true)
    pages.take({ t: 'page', op: 'show', page: 1 })
    expect([pages.initial(), pages.visible, pages.window().title, pages.deep()]).toEqual([false, 1, 'then', false])
  })

  it('clear_tellsOfTheInitialPageToo', () => {
    const pages = new Pages()
    open(pages, 0, 'at first')
    expect(pages.clear()).toEqual([0])
    expect(pages.initial()).toBe(false)
  })
})
