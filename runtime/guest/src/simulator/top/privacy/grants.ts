import { make } from '../dom'
import { badge, code, entry, table } from '../inspector/entry'
import type { LedgerEntry, PrivacyAct, PrivacyState } from '../messages'
import { plainText } from '../plain-text'

const KINDS: Record<string, string> = {
  minted: 'It got a token',
  derived: 'It was told a coarse answer',
  picked: 'You picked something for it',
  'redemption-reserved': 'Its developer used a token',
}

/** What programs may do now, and taking it back. */
export function grants(state: PrivacyState, act: (act: PrivacyAct) => void): Node[] {
  if (state.grants.length === 0) return [make('p', { class: 'empty' }, 'No program may do anything with your data.')]
  const all = make(
    'button',
    { type: 'button', class: 'plain-button', click: () => act({ act: 'revoke-all' }) },
    'Take back everything',
  )
  return [make('ol', {}, ...state.grants.map((grant) => item(grant, act))), make('div', { class: 'actions' }, all)]
}

function item(grant: PrivacyState['grants'][number], act: (act: PrivacyAct) => void): HTMLElement {
  const click = () => act({ act: 'revoke', program: grant.programId, scope: grant.scope })
  const button = make(
    'button',
    { type: 'button', class: 'plain-button', click, 'aria-label': `Take back ${grant.scope}` },
    'Take back',
  )
  return entry(
    grant.at,
    [make('bdi', {}, plainText(grant.program, 60)), code(grant.scope), badge(grant.term, 'good')],
    table({
      'Why, in its words': plainText(grant.purpose, 200),
      'Who receives it': grant.recipients.join(', ') || 'nobody outside this host',
      Receipt: grant.receipt,
    }),
    make('div', { class: 'actions' }, button),
  )
}

/** What was disclosed: when, why, to whom, under which receipt. */
export function history(state: PrivacyState): HTMLElement {
  if (state.disclosed.length === 0) return make('p', { class: 'empty' }, 'Nothing was disclosed to this program.')
  return make('ol', {}, ...state.disclosed.map(disclosed))
}

function disclosed(written: LedgerEntry): HTMLElement {
  const told = Array.isArray(written.derivations)
    ? written.derivations.join(', ').toLowerCase().replaceAll('_', ' ')
    : undefined
  return entry(
    written.at,
    [make('span', { class: 'what' }, KINDS[written.kind] ?? written.kind), code(String(written.scope))],
    table({
      Answers: told,
      'Why, in its words': plainText(String(written.purpose ?? ''), 200),
      'For whom': Array.isArray(written.recipients) ? written.recipients.join(', ') : undefined,
      Receipt: typeof written.receipt === 'string' ? written.receipt : undefined,
      Grant: typeof written.grant === 'string' ? written.grant : undefined,
      Ledger: `entry ${written.sequence}`,
    }),
  )
}
