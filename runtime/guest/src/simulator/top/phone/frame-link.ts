import type { FromFrame, ToFrame } from '../../shared/messages'

const MESSAGES = new Set(['tap', 'input', 'scroll', 'measured', 'need', 'paint', 'painted'])

/** The way to the frame: a port that only the frame's own document gets, once it has loaded. */
export class FrameLink {
  private readonly channel = new MessageChannel()
  private given = false

  /** @param heard is told of each message of a kind that a frame may send */
  constructor(
    private readonly frame: HTMLIFrameElement,
    heard: (message: FromFrame) => void,
  ) {
    this.channel.port1.onmessage = ({ data }) => {
      if (data !== null && typeof data === 'object' && MESSAGES.has(data.t)) heard(data as FromFrame)
    }
    frame.addEventListener('load', () => this.give())
    new ResizeObserver(() => this.measure()).observe(frame)
    frame.src = '/simulator/frame'
  }

  /** What is sent before the frame has loaded waits in the port. */
  send(message: ToFrame): void {
    this.channel.port1.postMessage(message)
  }

  // the frame's origin is opaque, so its window can only be told apart by being this one
  private give(): void {
    if (this.given) return
    this.given = true
    this.frame.contentWindow?.postMessage({ t: 'port' }, '*', [this.channel.port2])
  }

  private measure(): void {
    const { clientWidth: width, clientHeight: height } = this.frame
    if (width > 0) this.send({ t: 'size', width, height })
  }
}
