import { describe, expect, it } from 'vitest'
import { inlineImports } from './wxss'

const inline = (files: Record<string, string>) => inlineImports('pages/a/a.wxss', (file) => files[file])

describe('inlineImports', () => {
  it('puts an import in its place', () => {
    expect(inline({ 'pages/a/a.wxss': '@import "../b.wxss";.a{}', 'pages/b.wxss': '.b{}' })).toBe('.b{}.a{}')
  })
  it('knows url() and absolute paths', () => {
    expect(inline({ 'pages/a/a.wxss': "@import url('/c.wxss'); .a{}", 'c.wxss': '.c{}' })).toBe('.c{} .a{}')
  })
  it('ends a circle', () => {
    expect(inline({ 'pages/a/a.wxss': '@import "b.wxss";.a{}', 'pages/a/b.wxss': '@import "a.wxss";.b{}' })).toBe(
      '.b{}.a{}',
    )
  })
  it('does not follow an import in a comment', () => {
    expect(inline({ 'pages/a/a.wxss': '/* @import "b.wxss"; */.a{}', 'pages/a/b.wxss': '.b{}' })).toBe('.a{}')
  })
})
