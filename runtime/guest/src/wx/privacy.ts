import type { Reply } from '../base/channel'
import type { Faults } from '../base/faults'
import { type Answer, type Convention, later, type Options, replyOf, type Table } from './convention'

type Listener = (resolve: (result?: { event?: string }) => void, info: { referrer: string }) => void

const NOT_AUTHORIZED = 'privacy permission is not authorized'

/**
 * WeChat's privacy agreement: a call that needs it waits until the program's own dialog is answered. Whether the user
 * agreed is the host's to say, which saw the tap on the agreeing button.
 */
export class Privacy {
  private listener: Listener | undefined
  private readonly waiting: ((agreed: boolean) => void)[] = []

  constructor(
    private readonly convention: Convention,
    private readonly faults: Faults,
  ) {}

  apis(): Table {
    return {
      // a second registration takes the place of the first
      onNeedPrivacyAuthorization: { how: 'sync', run: (listener: Listener) => void (this.listener = listener) },
      requirePrivacyAuthorize: { how: 'answered', promises: false, run: (_, answer) => this.require(answer) },
    }
  }

  /** An API that the agreement comes before. */
  guarded(name: string, promises = true): (options?: unknown) => unknown {
    const run = (options: Options, answer: Answer) =>
      this.before(name, answer, () => this.convention.ask(name, options, answer))
    return this.convention.answered(run, promises)
  }

  private require(answer: Answer): void {
    const name = 'requirePrivacyAuthorize'
    this.before(name, answer, () => later(() => answer(replyOf(name, { ok: true }))))
  }

  /** A program without a dialog of its own leaves the asking to the host, which asks for each datum. */
  private before(name: string, answer: Answer, proceed: () => void): void {
    if (typeof this.listener !== 'function') return proceed()
    const decided = (agreed: boolean) => (agreed ? proceed() : this.convention.refuse(name, NOT_AUTHORIZED, answer))
    this.agreed((agreed) => (agreed ? proceed() : this.wait(name, decided)))
  }

  private agreed(then: (agreed: boolean) => void): void {
    const heard = ({ ok, value }: Reply) => then(ok && value.needAuthorization === false)
    this.convention.ask('getPrivacySetting', {}, heard)
  }

  private wait(referrer: string, decided: (agreed: boolean) => void): void {
    this.waiting.push(decided)
    if (this.waiting.length > 1) return
    this.faults.guard(() => this.listener?.((result) => this.resolve(result?.event), { referrer }))
  }

  private resolve(event: string | undefined): void {
    if (event === 'agree') this.agreed((agreed) => this.settle(agreed))
    else if (event === 'disagree') this.settle(false)
  }

  private settle(agreed: boolean): void {
    for (const decided of this.waiting.splice(0)) decided(agreed)
  }
}
