// controls, format characters such as those that turn the direction of a text, line and paragraph separators
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu
const MOST_MARKS = /(\p{M}{2})\p{M}+/gu

/**
 * A text of somebody else as one line that cannot pose as more than it is: nothing invisible, no piles of
 * accents, at most that many characters.
 */
export function plainText(text: string, most: number): string {
  const line = text.replace(/\s/g, ' ').replace(INVISIBLE, '').replace(MOST_MARKS, '$1').replace(/ +/g, ' ').trim()
  const characters = [...line]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line
}
