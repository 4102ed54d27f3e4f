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

// which property a user's change writes, by event
const MODELS: Record<string, readonly string[]> = { input: ['value'], change: ['value', 'checked'] }

/** Tells the program's listeners of something that happened to a node. */
export class Events {
  /** @param defaultAction what a tapped element does by itself, after the listeners */
  constructor(
    private readonly nodes: ReadonlyMap<number, ViewNode>,
    private readonly defaultAction: (frame: EventFrame, element: NativeNode) => void,
  ) {}

  /** A node that is gone has no listeners: the user was quicker than the page. */
  dispatch(frame: EventFrame): void {
    const node = this.nodes.get(frame.node)
    const element = node?.__wxElement
    if (!node || !element) return
    for (const property of MODELS[frame.type] ?? []) node.updateModel(property, frame.detail?.value)
    trigger(element, frame.type, frame.detail ?? {}, frame.fields)
    if (frame.type === 'tap') this.actByDefault(frame, element)
  }

  private actByDefault(frame: EventFrame, element: Element): void {
    const acting = closest(element, ['button', 'navigator'])
    if (acting) this.defaultAction(frame, acting)
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
