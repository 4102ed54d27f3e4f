import { type Element, NativeNode, triggerEvent } from 'glass-easel'
import type { ViewNode } from './nodes'

export interface EventFrame {
  page: number
  node: number
  type: string
  detail: Record<string, unknown> | null
  fields?: Record<string, unknown>
}

const BUBBLING = /^(tap|longpress|longtap|touch\w+|transitionend|animation\w+)$/

/** What happens to a page and not to an element, by the event that says so. */
export const PAGE_HOOKS: Record<string, string> = {
  pageScroll: 'onPageScroll',
  reachBottom: 'onReachBottom',
  pullDownRefresh: 'onPullDownRefresh',
}

/** What events need of the program beside its nodes. */
export interface Program {
  /** What a tapped element does by itself, after the listeners. */
  act(frame: EventFrame, element: NativeNode): void
  /** Calls a hook of a page, if it has it. */
  hook(page: number, hook: string, detail: object): void
  /** The values of a form's fields that are components of the program. */
  formFields(form: Element): Record<string, unknown>
}

// which property a user's change writes, by event
const MODELS: Record<string, readonly string[]> = { input: ['value'], change: ['value', 'checked'] }

/** Tells the program's listeners of something that happened to a node. */
export class Events {
  constructor(
    private readonly nodes: ReadonlyMap<number, ViewNode>,
    private readonly program: Program,
  ) {}

  /** A node that is gone has no listeners: the user was quicker than the page. */
  dispatch(frame: EventFrame): void {
    const hook = Object.hasOwn(PAGE_HOOKS, frame.type) ? PAGE_HOOKS[frame.type] : undefined
    if (hook !== undefined) return this.program.hook(frame.page, hook, frame.detail ?? {})
    const node = this.nodes.get(frame.node)
    const element = node?.__wxElement
    if (!node || !element) return
    for (const property of MODELS[frame.type] ?? []) node.updateModel(property, frame.detail?.value)
    trigger(element, frame.type, this.detail(frame, element), frame.fields)
    if (frame.type === 'tap') this.actByDefault(frame, element)
  }

  // the host knows what users do to its own fields, not what a component of the program makes of it
  private detail(frame: EventFrame, element: Element): object {
    const detail = frame.detail ?? {}
    if (frame.type !== 'submit') return detail
    return { ...detail, value: { ...(detail.value as object), ...this.program.formFields(element) } }
  }

  private actByDefault(frame: EventFrame, element: Element): void {
    const acting = closest(element, ['button', 'navigator'])
    if (acting) this.program.act(frame, acting)
  }
}

/** Dispatches one event as WeChat does: taps and touches bubble, everything else stays at its node. */
export function trigger(element: Element, type: string, detail: object, fields?: Record<string, unknown>): void {
  const bubbles = BUBBLING.test(type)
  triggerEvent(element, type, detail, { bubbles, composed: bubbles, capturePhase: bubbles, extraFields: fields ?? {} })
}

function closest(start: Element, names: readonly string[]): NativeNode | undefined {
  for (let at: Element | null = start; at; at = at.getComposedParent()) {
    if (NativeNode.isNativeNode(at) && names.includes(at.is)) return at
  }
  return undefined
}
