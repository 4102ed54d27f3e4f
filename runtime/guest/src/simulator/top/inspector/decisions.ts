import { make } from '../dom'
import type { LedgerEntry } from '../messages'
import { badge, code, entry, table } from './entry'

const VERDICTS: Record<string, [text: string, look: string]> = {
  PERMIT: ['Permit', 'good'],
  ASK: ['Ask the user', 'ask'],
  DENY: ['Deny', 'bad'],
}

/** What would change a refusal, by its reason in the ledger. */
const CHANGES: Record<string, string> = {
  NOT_DECLARED: 'The program declares the scope, with a reason, in its manifest.',
  NO_GESTURE: 'The program asks from a button that the user taps.',
  NOT_FOREGROUND: 'The program asks while it is in the foreground.',
  UNKNOWN_RECIPIENT: "The program names recipients of the host's registry only.",
  RECIPIENT_NOT_ALLOWED: 'The program names a recipient that the registry allows this scope.',
  DENIED_BY_RULE: 'The rule above changes, or the user changes the setting that it looks at.',
  NO_RULE: 'The policy gets a rule for this request: without one the answer is no.',
  RULE_ERROR: 'The rule is mended; until then it denies.',
  ACTION_NOT_ALLOWED: 'The back end redeems the token for an action of its scope.',
}
const BY_VERDICT: Record<string, string> = {
  ASK: 'A standing grant of the user permits without asking; a privacy setting or a rule that denies beats both.',
  PERMIT: 'The user revokes the grant, or a rule that denies: deny beats permit.',
  DENY: 'A rule that permits or asks is not enough: deny beats permit.',
}

/** A decision of the ledger in words, or nothing when the entry is no decision. */
export function decisionOf(ledger: LedgerEntry): HTMLElement | undefined {
  if (ledger.kind !== 'decided') return undefined
  const verdict = text(ledger.verdict)
  const reason = text(ledger.reason)
  const [label, look] = VERDICTS[verdict] ?? [verdict, '']
  return entry(
    ledger.at,
    [badge(label, look), code(text(ledger.scope))],
    rules(ledger.rules),
    table({
      'Decided on': ledger.stage === 'REDEMPTION' ? 'the use of a token' : 'the request of the program',
      Purpose: text(ledger.purpose),
      Recipients: list(ledger.recipients).join(', '),
      Reason: words(reason),
      'What would change it': CHANGES[reason] ?? BY_VERDICT[verdict],
      Ledger: `entry ${ledger.sequence}`,
    }),
  )
}

function rules(value: unknown): HTMLElement {
  const names = list(value)
  if (names.length === 0) return make('p', { class: 'rules' }, 'No rule spoke for it')
  return make('p', { class: 'rules' }, names.length === 1 ? 'Rule ' : 'Rules ', ...names.map(code))
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function words(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ')
}
