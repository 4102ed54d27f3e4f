import type { Box, InputPhase, MeasureMessage, OpsMessage, PageMessage, Painting } from '../shared/messages'

export interface Wording {
  en: string
  zh: string
}

export interface Hello {
  t: 'hello'
  program: { appId: string; name: string }
  user: string
  developer: string
  width: number
  height: number
}

export interface ProgramDialog {
  title?: string
  content?: string
  showCancel?: boolean
  confirmText?: string
  cancelText?: string
  /** A token that stands for a telephone number, which only this document learns. */
  ref?: string
}

export interface Pick {
  number: number
  what: 'pictures' | 'text'
  most: number
}

export interface Ui {
  t: 'ui'
  title?: { title: string; page: number }
  titleColor?: { frontColor?: string; backgroundColor?: string; page: number }
  titleLoading?: { page: number }
  toast?: { title: string; icon?: string; duration?: number; number?: number }
  loading?: { title: string }
  dialog?: ProgramDialog
  /** The host's own, which the program may have opened. */
  sheet?: { name: string }
  /** Something of the user's own that the program waits for. */
  pick?: Pick
  /** Pictures on the whole screen, by their paths. */
  preview?: { number: number; current: string; urls: string[] }
  /** What the program put on the clipboard. */
  copied?: { number: number; data: string }
}

export interface SessionState {
  t: 'session'
  state: 'starting' | 'running' | 'ended' | 'taken-over'
  message?: string
}

export interface Consent {
  t: 'consent'
  id: string
  program: string
  developer: string
  scope: string
  wording: Wording
  purpose: string
  recipients: string[]
  lifetime: Wording
  /** What the program gets to see. */
  sees: Wording
  /** What it is for beyond the purpose, such as one order. */
  matter?: Wording
  /** The host's words for the purpose, where the program has none of its own. */
  usual?: Wording
  /** The user's names for the values that it could be about, if there are several, and the one that counts. */
  labels?: string[]
  choice?: string
}

/** The telephone number that a token stands for; empty where there is none. */
export interface PhoneNumber {
  t: 'number'
  ref: string
  value: string
}

export interface PrivacyState {
  t: 'privacy'
  note: string
  locationOff: boolean
  scopes: {
    scope: string
    category: Wording
    sees: Wording
    audience: string
    denied: boolean
    choice: string
    labels: string[]
  }[]
  grants: {
    program: string
    programId: string
    scope: string
    purpose: string
    recipients: string[]
    term: string
    at: string
    receipt: string
  }[]
  disclosed: LedgerEntry[]
  values: { field: string; label: string; value: string }[]
}

export type PrivacyAct =
  | { act: 'look' | 'revoke-all' | 'export' | 'erase' }
  | { act: 'location-off' | 'data-sharing'; on: boolean }
  | { act: 'audience' | 'choose'; scope: string; value: string }
  | { act: 'revoke'; program: string; scope: string }
  | { act: 'reopen'; scope: string }
  | { act: 'put'; field: string; label: string; value: string }
  | { act: 'remove'; field: string; label: string }

export interface LedgerEntry {
  sequence: number
  at: string
  kind: string
  [member: string]: unknown
}

export interface Token {
  t: 'token'
  token: string
  scope: string
  at: string
}

export interface BackendEvent {
  t: 'backend'
  kind: 'request' | 'answer' | 'log'
  at: string
  method?: string
  url?: string
  body?: string
  status?: number
  line?: string
}

export type Inspected =
  | Token
  | { t: 'ledger'; entry: LedgerEntry }
  | BackendEvent
  | { t: 'received'; kind: string; to: string; text: string; at: string }
  | { t: 'console'; level: string; text: string; place: string; at: string }
  | { t: 'problem'; message: string; place: string; at: string }

export type FromHost =
  | Hello
  | PageMessage
  | OpsMessage
  | Ui
  | SessionState
  | Consent
  | PrivacyState
  | Painting
  | PhoneNumber
  | MeasureMessage
  | { t: 'export'; everything: unknown }
  | { t: 'consent-over'; id: string }
  | Inspected

export type ConsentChoice = 'allow' | 'week' | 'session' | 'once' | 'deny' | 'dismiss'

export type ToHost =
  | { t: 'tap'; page: number; node: number }
  | { t: 'input'; page: number; node: number; value: string; phase: InputPhase }
  | { t: 'scroll'; page: number; node: number; left: number; top: number }
  | { t: 'measured'; question: number; boxes: readonly (Box | null)[] }
  | { t: 'back' }
  | { t: 'consent'; id: string; answer: ConsentChoice; label?: string }
  | { t: 'modal'; confirm: boolean }
  | { t: 'revoke'; scope: string }
  | { t: 'restart' }
  | { t: 'paint'; placeholder: string }
  | ({ t: 'privacy' } & PrivacyAct)
  | { t: 'sheet-closed' | 'preview-closed' }
  | { t: 'pick'; number: number; take: boolean; text?: string }
  | { t: 'number'; ref: string }
