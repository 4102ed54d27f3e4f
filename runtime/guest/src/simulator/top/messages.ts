import type { InputPhase, OpsMessage, PageMessage } from '../shared/messages'

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
}

export interface Ui {
  t: 'ui'
  title?: { title: string; page: number }
  titleColor?: { frontColor?: string; backgroundColor?: string; page: number }
  titleLoading?: { page: number }
  toast?: { title: string; icon?: string; duration?: number; number?: number }
  loading?: { title: string }
  dialog?: ProgramDialog
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
}

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
  | { t: 'sms'; to: string; text: string; at: string }
  | { t: 'console'; level: string; text: string; place: string; at: string }
  | { t: 'problem'; message: string; place: string; at: string }

export type FromHost =
  Hello | PageMessage | OpsMessage | Ui | SessionState | Consent | { t: 'consent-over'; id: string } | Inspected

export type ConsentChoice = 'allow' | 'once' | 'deny' | 'dismiss'

export type ToHost =
  | { t: 'tap'; page: number; node: number }
  | { t: 'input'; page: number; node: number; value: string; phase: InputPhase }
  | { t: 'scroll'; page: number; node: number; left: number; top: number }
  | { t: 'back' }
  | { t: 'consent'; id: string; answer: ConsentChoice }
  | { t: 'modal'; confirm: boolean }
  | { t: 'revoke'; scope: string }
  | { t: 'restart' }
