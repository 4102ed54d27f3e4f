// All that this back end knows of its guests' host: two calls of a public HTTP API.

/** A problem that the host reported (RFC 9457); `kind` is the last part of its type, such as `invalid-token`. */
export class Problem extends Error {
  constructor({ status, type, title, detail }) {
    super(detail ?? title ?? `the host answered ${status}`)
    this.status = status
    this.kind = String(type).split(/[/:#]/).pop()
  }
}

export class Cloakroom {
  #api
  #authorization

  constructor(api, programId, secret) {
    this.#api = api
    this.#authorization = 'Basic ' + Buffer.from(`${programId}:${secret}`).toString('base64')
  }

  /** Exchanges a code of wx.login for this program's pairwise subject id; each code works once. */
  async subjectOf(code) {
    return (await this.#post('/v1/session', { code })).subject
  }

  /** Has the host send a template to whoever the token stands for; answers {receipt, result, at}. */
  sendSms(token, template, parameters, idempotencyKey) {
    const order = { token, action: 'send-sms', recipient: 'sms-gateway', parameters: { template, ...parameters } }
    return this.#post('/v1/redeem', order, { 'Idempotency-Key': idempotencyKey })
  }

  async #post(path, body, headers = {}) {
    const answer = await fetch(this.#api + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: this.#authorization, ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Problem({ ...parse(text), status: answer.status })
    return JSON.parse(text)
  }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
