import { describe, expect, it } from 'vitest'
import { modeOf, type Offer } from './picker-modes'

const offer = (given: Partial<Offer> = {}): Offer => ({
  range: [],
  rangeKey: '',
  start: '',
  end: '',
  fields: '',
  ...given,
})
const mode = (name: string, given?: Partial<Offer>) => modeOf(name, offer(given))!

describe('modes of a picker', () => {
  it('selector_showsTheKeyOfItsObjects', () => {
    const cups = mode('selector', { range: [{ name: 'small' }, { name: 'large' }], rangeKey: 'name' })
    expect(cups.columns([0])).toEqual([['small', 'large']])
    expect(cups.rows('1')).toEqual([1])
    expect(cups.value([1])).toBe(1)
  })

  it('multiSelector_hasARowForEachColumn', () => {
    const cups = mode('multiSelector', { range: [['a', 'b'], ['c']] })
    expect(cups.rows([1])).toEqual([1, 0])
    expect(cups.value([1, 0])).toEqual([1, 0])
  })

  it('time_staysWithinItsBounds', () => {
    const opening = mode('time', { start: '08:30', end: '20:00' })
    expect(opening.rows('09:05')).toEqual([9, 5])
    expect(opening.value([9, 5])).toBe('09:05')
    expect(opening.value([7, 0])).toBe('08:30')
    expect(opening.value([23, 59])).toBe('20:00')
  })

  it('date_knowsTheDaysOfItsMonths', () => {
    const day = mode('date', { start: '2024-01-01', end: '2025-12-31' })
    expect(day.columns([0, 1])[2]).toHaveLength(29)
    expect(day.columns([1, 1])[2]).toHaveLength(28)
    expect(day.rows('2025-03-04')).toEqual([1, 2, 3])
    expect(day.value([1, 2, 3])).toBe('2025-03-04')
  })

  it('dateOfAMonth_hasNoDays', () => {
    const month = mode('date', { fields: 'month', start: '2024-01-01' })
    expect(month.columns([0, 0])).toHaveLength(2)
    expect(month.value([0, 4])).toBe('2024-05')
  })

  it('whatIsNotThere_hasNoMode', () => {
    expect(modeOf('region', offer())).toBeUndefined()
    expect(modeOf('constructor', offer())).toBeUndefined()
  })

  it('valuesThatMakeNoSense_areTheFirstRow', () => {
    expect(mode('selector', { range: 7 }).columns([])).toEqual([[]])
    expect(mode('selector', { range: ['a'] }).rows('x')).toEqual([0])
    expect(mode('time').rows(null)).toEqual([0, 0])
  })
})
