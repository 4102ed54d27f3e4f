import { expect, it } from 'vitest'
import { isPlaceholder, Paintings, withoutPlaceholders } from './paintings'

const NAME = `cloakroom:nickname:${'a'.repeat(22)}`

it.each([`${NAME}!`, ` ${NAME}`, NAME.slice(0, -1), 'cloakroom:', '', NAME.replace('nickname', 'phone')])(
  'leaves the text %j alone',
  (text) => expect(isPlaceholder(text)).toBe(false),
)

it('knowsAWholePlaceholder', () => expect(isPlaceholder(NAME)).toBe(true))

it('namesNobody_insideAText', () =>
  expect(withoutPlaceholders(`Hello ${NAME}, ${NAME}!`)).toBe('Hello 微信用户, 微信用户!'))

it('asksOnceAndTellsAllThatWait', () => {
  const needed: string[] = []
  const told: number[] = []
  const paintings = new Paintings((placeholder) => needed.push(placeholder))
  expect([1, 2].map((who) => paintings.value(NAME, () => told.push(who)))).toEqual([undefined, undefined])
  paintings.deliver(NAME, 'MoonlitOtter')
  expect(needed).toEqual([NAME])
  expect(told).toEqual([1, 2])
  expect(paintings.value(NAME, () => {})).toBe('MoonlitOtter')
})
