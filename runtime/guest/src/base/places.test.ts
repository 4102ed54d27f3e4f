import { describe, expect, it } from 'vitest'
import { Places } from './places'

const places = new Places((path) => path === 'pages/a b/a.js')

function withStack(stack: unknown): Error {
  return Object.assign(new Error('x'), { stack })
}

describe('Places', () => {
  it('finds the first line of the program', () => {
    const stack =
      'Error: x\n    at f (cloakroom:guest.js:9:1)\n    at g (pages/a b/a.js:12:5-9)\n    at pages/a b/a.js:30:1'
    expect(places.of(withStack(stack))).toBe('pages/a b/a.js:12')
  })
  it('reads frames without a name', () => {
    expect(places.of(withStack('Error: x\n    at pages/a b/a.js:30:1'))).toBe('pages/a b/a.js:30')
  })
  it('finds the place of a syntax error in its message', () => {
    const error = Object.assign(new SyntaxError('pages/a.js:3:4 Expected'), { stack: '' })
    expect(new Places((path) => path === 'pages/a.js').of(error)).toBe('pages/a.js:3')
  })
  it.each([[7], [undefined], [[]]])('has none for the stack %o', (stack) =>
    expect(places.of(withStack(stack))).toBe(''),
  )
  it('has none for what is no error', () => expect(places.of({ errMsg: 'x' })).toBe(''))
})
