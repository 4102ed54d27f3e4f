import { byId, write } from '../dom'
import type { Ui } from '../messages'
import { plainText } from '../plain-text'
import type { Pages } from './pages'

const COLOR = /^#[0-9a-f]{3,8}$|^[a-z]{3,20}$/i
const MOST_TITLE = 60

/** The status bar and the navigation bar above the page. */
export class Bars {
  private readonly bar = byId('bars')
  private readonly title = byId('title')
  private readonly back = byId<HTMLButtonElement>('back')
  private readonly waiting = byId('title-loading')

  constructor(
    private readonly pages: Pages,
    goBack: () => void,
  ) {
    this.back.addEventListener('click', (event) => event.isTrusted && goBack())
  }

  draw(ui: Ui): void {
    const window = this.pages.window()
    const title = this.own(ui.title)?.title ?? window.title ?? ''
    write(this.title, plainText(title, MOST_TITLE))
    this.back.hidden = !this.pages.deep()
    this.waiting.hidden = !this.own(ui.titleLoading) && !this.pages.initial()
    this.color(this.own(ui.titleColor)?.backgroundColor || window.navigationBarBackgroundColor)
    this.front(this.own(ui.titleColor)?.frontColor || window.navigationBarTextStyle)
    this.bar.toggleAttribute('custom', window.navigationStyle === 'custom')
  }

  private own<T extends { page: number }>(part: T | undefined): T | undefined {
    return part?.page === this.pages.visible ? part : undefined
  }

  private color(background = '#000000'): void {
    this.bar.style.backgroundColor = COLOR.test(background) ? background : '#000'
  }

  // WeChat knows two colours here, under two names each
  private front(style = 'white'): void {
    this.bar.classList.toggle('dark-text', style === 'black' || style === '#000000')
  }
}
