import { make } from '../dom'
import type { BackendEvent, Inspected, LedgerEntry, Token } from '../messages'
import { badge, block, code, entry, expandable } from './entry'

type Of<T extends Inspected['t']> = Extract<Inspected, { t: T }>

/** What a token is worth to whoever holds it, by its scope. */
const WORTH: Record<string, string> = {
  'scope.phoneNumber':
    "It says nothing about the number. This developer's own back end can redeem it for an action such as one text message, sent by the host through a recipient that the user agreed to; anybody else can do nothing with it.",
}
const WORTH_OTHERWISE =
  "It says nothing about the value. Only this developer's own back end can redeem it, for an action that its scope allows, until it expires or is revoked."

export function token(message: Token, revoke: (scope: string) => void): HTMLElement {
  const click = (event: Event) => event.isTrusted && revoke(message.scope)
  const button = make('button', { type: 'button', class: 'plain-button', click }, 'Revoke')
  button.setAttribute('aria-label', `Revoke ${message.scope}`)
  return entry(
    message.at,
    [code(message.scope), badge('issued', 'good')],
    make('p', { class: 'value' }, message.token),
    make('p', { class: 'note' }, WORTH[message.scope] ?? WORTH_OTHERWISE),
    make('div', { class: 'actions' }, button),
  )
}

const KINDS: Record<string, string> = {
  decided: 'Decided',
  consented: 'The user allowed it',
  'consent-refused': 'The user did not allow it',
  minted: 'A token was made',
  derived: 'A coarse answer was given',
  picked: 'The user picked something for it',
  'redemption-reserved': 'A token is being redeemed',
  'redemption-completed': 'The redemption ended',
  revoked: 'The user took it back',
  'login-code-exchanged': 'The back end learned the pairwise subject',
  uninstalled: 'The user removed the program',
}

export function ledger({ entry: written }: { entry: LedgerEntry }): HTMLElement {
  const detail = [written.verdict, written.action, written.result].find((value) => typeof value === 'string')
  const head = [
    badge(String(written.sequence), 'number'),
    make('span', { class: 'what' }, KINDS[written.kind] ?? written.kind),
  ]
  if (detail) head.push(badge(String(detail).toLowerCase()))
  return entry(written.at, head, expandable(written.kind, written))
}

export function backend(message: BackendEvent): HTMLElement {
  if (message.kind === 'log') return entry(message.at, [badge('log')], make('p', { class: 'line' }, message.line ?? ''))
  const toBackend = message.kind === 'request'
  const status = String(message.status ?? '')
  const head = [
    badge(toBackend ? 'program → back end' : 'back end → host', toBackend ? '' : 'ask'),
    make('span', { class: 'what' }, `${message.method ?? ''} ${message.url ?? ''}`),
    badge(status, status.startsWith('2') ? 'good' : 'bad'),
  ]
  return entry(
    message.at,
    head,
    ...(message.body ? [expandable(toBackend ? 'what was sent' : 'what the host answered', message.body)] : []),
  )
}

export function received({ kind, to, text, at }: Of<'received'>): HTMLElement {
  return entry(at, [badge(kind), ...(to ? [code(to)] : [])], make('p', { class: 'bubble' }, text))
}

export function console({ level, text, place, at }: Of<'console'>): HTMLElement {
  const look = level === 'error' ? 'bad' : level === 'warn' ? 'ask' : ''
  return entry(at, [badge(level, look), make('span', { class: 'place' }, place)], block(text))
}

export function problem({ message, place, at }: Of<'problem'>): HTMLElement {
  return entry(at, [badge('problem', 'bad'), make('span', { class: 'place' }, place)], block(message))
}
