import { describe, expect, it } from 'vitest'
import { offsetOf, targetOf } from './swiper-places'

const offsets = (count: number, place: number, shown = 1) =>
  Array.from({ length: count }, (_, item) => Math.round(offsetOf(item, place, count, shown) * 100) / 100)

describe('places of a swiper', () => {
  it('withoutACircle_itemsStandInARow', () => {
    expect([0, 1, 2].map((item) => offsetOf(item, 1, 0, 1))).toEqual([-1, 0, 1])
  })

  it('inACircle_theLastStandsBeforeTheFirst', () => {
    expect(offsets(4, 0)).toEqual([0, 1, -2, -1])
    expect(offsets(4, 3.25)).toEqual([0.75, 1.75, -1.25, -0.25])
  })

  it('circleOfTwo_hasTheOtherOnTheSideToWhichItMoves', () => {
    expect(offsets(2, 0.25)).toEqual([-0.25, 0.75])
    expect(offsets(2, -0.25)).toEqual([0.25, -0.75])
  })

  it('circleThatShowsSeveral_hasThemInARow', () => {
    expect(offsets(5, 3, 3)).toEqual([2, 3, -1, 0, 1])
  })

  it('way_isTheShorterOne', () => {
    expect(targetOf(0, 3, 4)).toBe(4)
    expect(targetOf(3, 0, 4)).toBe(-1)
    expect(targetOf(2, 1, 4)).toBe(2)
    expect(targetOf(0, 3, 0)).toBe(0)
  })
})
