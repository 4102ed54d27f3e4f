import type { Access } from './access'
import type { FromHost, ToHost } from './messages'

const TAKEN_OVER = 4001
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 8_000

/** Why there is no connection. Only a lost one is tried again. */
export type Disconnection = 'lost' | 'taken-over' | 'refused'

export interface SocketListener {
  message(message: FromHost): void
  disconnected(why: Disconnection): void
}

/** The connection to the host, made again when it breaks. The host then sends the whole state. */
export class Socket {
  private socket: WebSocket | undefined
  private wait = FIRST_WAIT_MS

  constructor(
    private readonly url: string,
    private readonly access: Access,
    private readonly listener: SocketListener,
  ) {}

  connect(): void {
    const socket = new WebSocket(this.url)
    this.socket = socket
    socket.onopen = () => (this.wait = FIRST_WAIT_MS)
    socket.onmessage = ({ data }) => this.listener.message(JSON.parse(String(data)) as FromHost)
    socket.onclose = ({ code }) => this.closed(code)
  }

  /** Sends, or drops what was meant for a state that is gone. */
  send(message: ToHost): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message))
  }

  private closed(code: number): void {
    if (code === TAKEN_OVER) return this.listener.disconnected('taken-over')
    this.listener.disconnected('lost')
    setTimeout(() => void this.connectAgain(), this.wait)
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS)
  }

  private async connectAgain(): Promise<void> {
    await this.access.looked()
    if (await this.access.refused()) this.listener.disconnected('refused')
    else this.connect()
  }
}
