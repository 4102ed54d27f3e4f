import { describe, expect, it } from 'vitest'
import { Modules } from './modules'
import { Program } from './program'

type Body = (
  require: (target: string) => unknown,
  module: { exports: unknown },
  exports: Record<string, unknown>,
) => void

function modules(files: Record<string, Body>): Modules {
  const program = new Program({ appId: '', files: Object.keys(files), json: {}, wxss: {} })
  const port = { evaluate: (path: string) => files[path], send() {}, schedule() {}, cancel() {} }
  return new Modules(port, program)
}

const value =
  (text: string): Body =>
  (_require, module) => {
    module.exports = text
  }

describe('require', () => {
  it.each([
    ['./b', 'pages/b.js'],
    ['./b.js', 'pages/b.js'],
    ['../utils', 'utils/index.js'],
    ['/utils/index', 'utils/index.js'],
    ['lib', 'miniprogram_npm/lib/index.js'],
    ['./b.ts', 'pages/b.js'],
  ])('finds %s at %s', (target, path) => {
    const run = modules({
      'pages/a.js': (require, module) => {
        module.exports = require(target)
      },
      [path]: value(path),
    })
    expect(run.load('pages/a.js')).toBe(path)
  })

  it('runs a file once', () => {
    let runs = 0
    const run = modules({
      'a.js': (require) => {
        require('./b')
        require('./b')
      },
      'b.js': () => {
        runs++
      },
    })
    run.load('a.js')
    expect(runs).toBe(1)
  })

  it('gives a circle what is there so far', () => {
    const run = modules({
      'a.js': (require, _, exports) => {
        exports.early = 1
        exports.b = require('./b')
      },
      'b.js': (require, _, exports) => {
        exports.seen = (require('./a') as { early: number }).early
      },
    })
    expect(run.load('a.js')).toMatchObject({ b: { seen: 1 } })
  })

  it('says what is missing', () => {
    const run = modules({ 'pages/a.js': (require) => void require('./none') })
    expect(() => run.load('pages/a.js')).toThrow("module 'pages/none.js' is not defined, require args is './none'")
  })
})
