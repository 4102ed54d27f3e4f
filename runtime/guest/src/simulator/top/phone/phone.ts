import {
  type FromFrame,
  INITIAL,
  type MeasureMessage,
  type OpsMessage,
  type PageMessage,
  type Painting,
} from '../../shared/messages'
import { byId } from '../dom'
import type { Hello, PhoneNumber, SessionState, ToHost, Ui } from '../messages'
import { plainText } from '../plain-text'
import type { Disconnection } from '../socket'
import { Bars } from './bars'
import { Clipboard } from './clipboard'
import { Curtain, type Notice } from './curtain'
import { FrameLink } from './frame-link'
import { Overlay } from './overlay'
import { Pages } from './pages'
import { Preview } from './preview'
import { fetchResource } from './resources'

const NOTHING: Ui = { t: 'ui' }
const reload = () => location.reload()

const AWAY: Record<Disconnection, Notice> = {
  lost: { title: 'Not connected', text: 'The host does not answer. Trying again…' },
  'taken-over': {
    title: 'Used elsewhere',
    text: 'The simulator is open in another tab or window. Only one can show it.',
    action: ['Use it here', reload],
  },
  refused: {
    title: 'No access',
    text: 'The host was started anew. Open the address that its terminal shows; Enter there prints a new one.',
    action: ['Try again', reload],
  },
}

/** The simulated phone: bars, the frame with the page, and what stands before it. */
export class Phone {
  private readonly pages = new Pages()
  private readonly bars: Bars
  private readonly overlay: Overlay
  private readonly preview: Preview
  private readonly clipboard = new Clipboard()
  private readonly curtain = new Curtain()
  private readonly frame = byId<HTMLIFrameElement>('page')
  private readonly link: FrameLink
  private ui = NOTHING
  private program = ''
  private frozen = false
  private running = false

  constructor(private readonly send: (message: ToHost) => void) {
    this.bars = new Bars(this.pages, () => send({ t: 'back' }))
    this.overlay = new Overlay(
      (confirm) => send({ t: 'modal', confirm }),
      (ref) => send({ t: 'number', ref }),
    )
    this.preview = new Preview(() => send({ t: 'preview-closed' }))
    this.link = new FrameLink(this.frame, (message) => this.heard(message))
  }

  hello({ program }: Hello): void {
    this.program = program.name
    this.reset()
  }

  page(message: PageMessage): void {
    // the first page may have come before
    if (message.page === INITIAL && this.pages.visible !== INITIAL) return
    this.pages.take(message)
    this.link.send(message)
    this.draw()
    if (message.op === 'show') this.reveal()
  }

  ops(message: OpsMessage): void {
    this.link.send(message)
  }

  measure(message: MeasureMessage): void {
    this.link.send(message)
  }

  painting(message: Painting): void {
    this.link.send(message)
  }

  number(message: PhoneNumber): void {
    this.overlay.number(message)
  }

  around(ui: Ui): void {
    this.ui = ui
    this.draw()
  }

  session({ state, message = '' }: SessionState): void {
    const text = plainText(message, 300)
    this.running = state === 'running'
    if (state === 'running') this.reveal()
    else if (state === 'starting') this.start(text)
    else if (state === 'taken-over') this.curtain.show(AWAY['taken-over'])
    else this.end(text)
  }

  disconnected(why: Disconnection): void {
    this.running = false
    this.curtain.show(AWAY[why])
  }

  /** Lets nothing reach the page, for as long as something above it waits. */
  freeze(frozen: boolean): void {
    this.frozen = frozen
    this.draw()
  }

  // a program may run for long before it has a page: an empty screen would say nothing
  private reveal(): void {
    if (this.pages.initial() || (this.running && this.pages.visible !== INITIAL)) this.curtain.hide()
    else if (this.running) this.curtain.show({ title: this.starting(), text: 'It runs, and has not shown a page yet.' })
  }

  private starting(): string {
    return `Starting ${plainText(this.program, 40)}`
  }

  private start(text: string): void {
    this.reset()
    this.curtain.show({ title: this.starting(), text })
  }

  private end(text: string): void {
    if (this.pages.initial()) this.reset()
    this.curtain.show({ title: 'The program ended', text, action: ['Restart', () => this.send({ t: 'restart' })] })
  }

  private reset(): void {
    for (const page of this.pages.clear()) this.link.send({ t: 'page', op: 'close', page })
    this.ui = NOTHING
    this.draw()
  }

  private draw(): void {
    this.bars.draw(this.ui)
    this.overlay.draw(this.ui, this.program)
    this.preview.draw(this.ui)
    this.clipboard.draw(this.ui)
    this.frame.inert = this.frozen || this.ui.dialog !== undefined || this.ui.preview !== undefined
  }

  private heard(message: FromFrame): void {
    if (message.t === 'need') void fetchResource(String(message.path)).then((found) => this.link.send(found))
    else if (message.t === 'paint') this.send({ t: 'paint', placeholder: String(message.placeholder) })
    else if (message.t === 'painted') performance.mark(`painted ${message.sequence}`)
    else if (message.t === 'measured') this.send(message)
    else if (message.page === INITIAL) return
    else if (!this.frame.inert) this.send(message)
  }
}
