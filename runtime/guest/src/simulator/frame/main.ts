import type { ToFrame } from '../shared/messages'
import { Frame } from './frame'

/** Takes the port that the top document hands over; nobody else is listened to, and only once. */
function waitForPort(event: MessageEvent): void {
  const [port] = event.ports
  if (event.source !== parent || event.data?.t !== 'port' || !port) return
  removeEventListener('message', waitForPort)
  const frame = new Frame(document.body, (message) => port.postMessage(message))
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => frame.receive(data)
}

addEventListener('message', waitForPort)
