import { access } from './access'
import { ConsentDialog } from './consent/dialog'
import { byId, write } from './dom'
import { Inspector } from './inspector/inspector'
import type { FromHost, Hello } from './messages'
import { Phone } from './phone/phone'
import { PickerDialog } from './picker/picker'
import { plainText } from './plain-text'
import { PrivacySheet } from './privacy/sheet'
import { save } from './privacy/values'
import { type Disconnection, Socket } from './socket'

/** The trusted document: hands each message of the host to the part that it is about. */
class Simulator {
  private readonly socket = new Socket(`ws://${location.host}/simulator/socket`, access, {
    message: (message) => this.take(message),
    disconnected: (why) => this.disconnected(why),
  })
  private readonly phone = new Phone((message) => this.socket.send(message))
  private readonly inspector = new Inspector((scope) => this.socket.send({ t: 'revoke', scope }))
  private readonly consent = new ConsentDialog(
    (id, answer, label) => this.socket.send({ t: 'consent', id, answer, ...(label === undefined ? {} : { label }) }),
    (open) => this.phone.freeze(open),
  )

  private readonly privacy = new PrivacySheet(
    (act) => this.socket.send({ t: 'privacy', ...act }),
    () => this.socket.send({ t: 'sheet-closed' }),
  )

  private readonly picker = new PickerDialog((number, take, text) =>
    this.socket.send({ t: 'pick', number, take, ...(text === undefined ? {} : { text }) }),
  )
  private program = ''

  start(): void {
    write(byId('host'), location.host)
    this.socket.connect()
  }

  private take(message: FromHost): void {
    switch (message.t) {
      case 'hello':
        return this.hello(message)
      case 'page':
        return this.phone.page(message)
      case 'ops':
        return this.phone.ops(message)
      case 'ui':
        if (message.sheet) this.privacy.open()
        this.picker.draw(message.pick, this.program)
        return this.phone.around(message)
      case 'session':
        return this.phone.session(message)
      case 'consent':
        return this.consent.ask(message)
      case 'privacy':
        return this.privacy.draw(message)
      case 'export':
        return save('my-data.json', message.everything)
      case 'measure':
        return this.phone.measure(message)
      case 'painting':
        return this.phone.painting(message)
      case 'number':
        return this.phone.number(message)
      case 'consent-over':
        return this.consent.over(message.id)
      default:
        return this.inspector.take(message)
    }
  }

  private hello(message: Hello): void {
    const { program, developer, user } = message
    write(byId('program'), plainText(program.name, 60))
    write(byId('developer'), plainText(developer, 60))
    write(byId('user'), plainText(user, 60))
    document.title = `${plainText(program.name, 60)} · Cloakroom`
    this.program = plainText(program.name, 60)
    this.consent.clear()
    this.picker.draw(undefined, '')
    this.privacy.close()
    this.inspector.clear()
    this.phone.hello(message)
  }

  private disconnected(why: Disconnection): void {
    this.consent.clear()
    this.picker.draw(undefined, '')
    this.phone.disconnected(why)
  }
}

new Simulator().start()
