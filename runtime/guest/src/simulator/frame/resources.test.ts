import { expect, it } from 'vitest'
import { tagName } from './tags'
import { packagePath } from './resources'

it.each([
  ['/images/a.svg', 'images/a.svg'],
  ['a.png', 'pages/menu/a.png'],
  ['../../images/a.png?x#y', 'images/a.png'],
  ['../../../../etc/passwd', 'etc/passwd'],
])('packagePath_resolves %s', (source, wanted) => expect(packagePath(source, 'pages/menu/menu')).toBe(wanted))

it.each(['https://spy.example/a.png', '//spy.example/a.png', 'javascript:alert(1)', 'blob:x', '\\\\spy\\a', ''])(
  'packagePath_refuses %s',
  (source) => expect(packagePath(source, 'pages/menu/menu')).toBeUndefined(),
)

it.each([
  ['script', 'wx-script'],
  ['IFRAME', 'wx-iframe'],
  ['scroll-view', 'wx-scroll-view'],
  ['a_b', 'wx-a-b'],
])('tagName_ofATag_isNeverHtmls: %s', (tag, wanted) => expect(tagName(tag)).toBe(wanted))
