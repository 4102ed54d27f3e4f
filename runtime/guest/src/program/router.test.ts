import { beforeEach, describe, expect, it } from 'vitest'
import type { Page, Pages } from './pages'
import type { Target } from './paths'
import { Program } from './program'
import { Router } from './router'

const PROGRAM = new Program({
  appId: '',
  files: [],
  wxss: {},
  json: {
    'app.json': {
      pages: ['home', 'mine', 'detail'],
      subpackages: [{ root: 'more', pages: ['deep/deep'] }],
      tabBar: { list: [{ pagePath: 'home' }, { pagePath: 'mine' }] },
    },
  },
})

let happened: string[]
let router: Router

beforeEach(() => {
  happened = []
  router = new Router(fakePages(), PROGRAM)
  router.launch({ path: 'home', query: {}, search: '' })
  happened.length = 0
})

function fakePages(): Pages {
  const note = (what: string) => (page: Page) => void happened.push(`${what} ${page.path}`)
  const open = ({ path }: Target, _: unknown, opened: (page: Page) => void) => {
    happened.push(`open ${path}`)
    opened({ path, instance: {} } as Page)
  }
  return { open, show: note('show'), hide: note('hide'), close: note('close') } as unknown as Pages
}

describe('Router', () => {
  it('hides the page below a new one and shows it again', () => {
    router.go('navigateTo', '/detail')
    router.back(1)
    expect(happened).toEqual(['hide home', 'open detail', 'close detail', 'show home'])
  })

  it('knows pages of subpackages', () => {
    expect(router.go('navigateTo', '/more/deep/deep')).toEqual({ ok: true })
  })

  it('reads a relative url from the current page', () => {
    router.go('navigateTo', 'more/deep/deep')
    expect(router.go('redirectTo', '../../detail?x=1')).toEqual({ ok: true })
    expect(happened.at(-1)).toBe('open detail')
  })

  it('keeps tabs alive until a relaunch', () => {
    router.go('switchTab', '/mine')
    router.go('switchTab', '/home')
    expect(happened).toEqual(['hide home', 'open mine', 'hide mine', 'show home'])
    happened.length = 0
    router.go('reLaunch', '/detail')
    expect(happened).toEqual(['close home', 'close mine', 'open detail'])
  })

  it.each([
    ['navigateTo', '/none', 'page "none" is not found'],
    ['navigateTo', '/mine', 'can not navigateTo a tabbar page'],
    ['redirectTo', '/mine', 'can not redirectTo a tabbar page'],
    ['switchTab', '/detail', 'can not switch to no-tabBar page'],
    ['navigateTo', undefined, 'parameter error: parameter.url should be String'],
  ] as const)('%s to %s: %s', (action, url, reason) => {
    expect(router.go(action, url)).toEqual({ ok: false, reason })
    expect(happened).toEqual([])
  })

  it('stops at ten pages', () => {
    for (let depth = 2; depth <= 10; depth++) expect(router.go('navigateTo', '/detail').ok).toBe(true)
    expect(router.go('navigateTo', '/detail')).toEqual({ ok: false, reason: 'webview count limit exceed' })
  })

  it('does not go back from the first page', () => {
    expect(router.back(1)).toEqual({ ok: false, reason: 'cannot navigate back at first page.' })
  })

  it('goes back no further than the first page', () => {
    router.go('navigateTo', '/detail')
    router.go('navigateTo', '/detail')
    router.back(99)
    expect(router.current()?.path).toBe('home')
  })
})
