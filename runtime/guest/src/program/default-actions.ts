import type { NativeNode } from 'glass-easel'
import type { Channel, Reply } from '../base/channel'
import type { Console } from '../base/console'
import type { Outcome } from '../base/outcome'
import { type EventFrame, trigger } from '../view/events'
import type { ViewNode } from '../view/nodes'
import type { Action, Router } from './router'

const ACTIONS: Record<string, Action> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
}

/** The event that a button's open-type answers with, by the host API that answers it. */
const OPEN_TYPES: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  openSetting: 'opensetting',
}

/** What a tap on a `button` or `navigator` does by itself. */
export class DefaultActions {
  constructor(
    private readonly router: Router,
    private readonly channel: Channel,
    private readonly console: Console,
    private readonly nodes: ReadonlyMap<number, ViewNode>,
  ) {}

  readonly run = (frame: EventFrame, element: NativeNode): void => {
    if (element.is === 'navigator') this.navigate(element)
    else this.pressButton(frame.page, element)
  }

  private navigate(element: NativeNode): void {
    const kind = text(element, 'open-type') || 'navigate'
    const outcome = this.follow(kind, element)
    if (outcome?.ok === false) {
      this.console.write('warn', [`navigator: ${outcome.reason}`], '')
      trigger(element, 'fail', { errMsg: `${ACTIONS[kind] ?? kind}:fail ${outcome.reason}` })
    }
  }

  private follow(kind: string, element: NativeNode): Outcome | undefined {
    if (kind === 'navigateBack') return this.router.back(Number(element.getAttribute('delta') ?? 1))
    const action = Object.hasOwn(ACTIONS, kind) ? ACTIONS[kind] : undefined
    const url = text(element, 'url')
    if (action && url) return this.router.go(action, url)
    return action ? undefined : { ok: false, reason: `open-type \`${kind}\` is not supported` }
  }

  private pressButton(page: number, element: NativeNode): void {
    const kind = text(element, 'open-type')
    const disabled = element.getAttribute('disabled')
    if (kind === '' || (disabled && disabled !== 'false')) return
    if (!Object.hasOwn(OPEN_TYPES, kind)) {
      this.console.write('warn', [`open-type \`${kind}\` is not supported`], '')
      return
    }
    const node = (element.getBackendElement() as ViewNode).id
    this.channel.call(kind, { page, node }, (reply) => this.answer(node, OPEN_TYPES[kind]!, reply))
  }

  // the page may have changed while the user decided
  private answer(node: number, event: string, reply: Reply): void {
    const element = this.nodes.get(node)?.__wxElement
    if (element) trigger(element, event, reply.value)
  }
}

function text(element: NativeNode, attribute: string): string {
  const value = element.getAttribute(attribute)
  return typeof value === 'string' ? value : ''
}
