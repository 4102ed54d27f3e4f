import { describe, expect, it } from 'vitest'
import { rpxToPx } from './rpx'
import { scopeSelector } from './selectors'
import { routeUrls } from './urls'

describe('rpxToPx', () => {
  it('turnsRpx_intoPartsOfTheScreensWidth', () => {
    expect(rpxToPx('margin: 24rpx -7.5rpx .5rpx 0', 375)).toBe('margin: 12px -3.75px 0.25px 0')
    expect(rpxToPx('width: 750rpx', 390)).toBe('width: 390px')
  })

  it('leavesOtherUnits_alone', () => {
    expect(rpxToPx('width: 10px; --rpxs: 1rpxs', 375)).toBe('width: 10px; --rpxs: 1rpxs')
  })
})

describe('scopeSelector', () => {
  const scoped: [string, string][] = [
    ['.a', '.s2--a'],
    ['.a.b > .c', '.s2--a.s2--b > .s2--c'],
    ['button.cta::after', 'wx-button.s2--cta::after'],
    ['page', 'wx-page'],
    ['view', 'wx-view:where([scopes~="2"])'],
    ['view text:first-child', 'wx-view:where([scopes~="2"]) wx-text:where([scopes~="2"]):first-child'],
    ['.a:not(.b, view)', '.s2--a:not(.s2--b, wx-view:where([scopes~="2"]))'],
    [':nth-child(2n + 1)', ':nth-child(2n + 1)'],
    ['.x\\:y', '.s2--x\\:y'],
    ['#id[data-a=".b]"]', '#id[data-a=".b]"]'],
    [':host', ':where([host="2"])'],
    ['a-b', 'wx-a-b:where([scopes~="2"])'],
    ['.菜', '.s2--菜'],
  ]
  it.each(scoped)('rewrites %s', (selector, wanted) => expect(scopeSelector(selector, 2)).toBe(wanted))

  it('withoutScope_namesTagsOnly', () => {
    expect(scopeSelector('view.a, div', -1)).toBe('wx-view.a, wx-div')
  })
})

describe('routeUrls', () => {
  const known = (path: string) => (path === '/a.png' ? 'blob:1' : undefined)

  it.each(['url(/a.png)', "url('/a.png')", 'URL( "/a.png" )'])('routes %s', (url) => {
    expect(routeUrls(`background: ${url} no-repeat`, known)).toBe('background: url("blob:1") no-repeat')
  })

  it('dropsWhatIsNotInThePackage', () => {
    expect(routeUrls('background: url(https://spy.example/x)', known)).toBe('background: none')
  })

  it.each([
    '@import "https://spy.example"',
    'a: image-set("https://spy.example" 1x)',
    'a: u\\72l(https://spy.example)',
    'a: src("x")',
    'a: im\\61 age\\61 -set("https://spy.example" 1x)',
  ])('makesInvalid %s', (text) =>
    expect(routeUrls(text, known)).not.toMatch(/url\(|[^-]image-set\(|@import|[^-]src\(|\\[67]/),
  )

  it('keepsTheCharacters_ofIconFonts', () => {
    expect(routeUrls("content: '\\e601'", known)).toBe("content: '\\e601'")
  })
})
