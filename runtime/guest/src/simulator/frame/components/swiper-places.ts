/**
 * How many items an item is away from the front, with a fraction while a swiper moves.
 *
 * @param place the number of the item in front
 * @param count how many there are, if it goes around; 0 if it does not
 * @param shown how many show at a time
 */
export function offsetOf(item: number, place: number, count: number, shown: number): number {
  const offset = item - place
  if (count === 0) return offset
  const behind = (count - shown + 1) / 2
  return ((((offset + behind) % count) + count) % count) - behind
}

/** The place to move to for an item, on the shorter way round. */
export function targetOf(item: number, current: number, count: number): number {
  if (count === 0) return item
  const ways = [item - count, item, item + count]
  return ways.reduce((best, way) => (Math.abs(way - current) < Math.abs(best - current) ? way : best), item)
}
