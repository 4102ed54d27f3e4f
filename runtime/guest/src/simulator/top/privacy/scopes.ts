import { make } from '../dom'
import { badge, code } from '../inspector/entry'
import type { PrivacyAct, PrivacyState } from '../messages'

const AUDIENCES: [word: string, label: string][] = [
  ['nobody', 'Nobody'],
  ['chosen', 'This program only'],
  ['any', 'Any program may ask'],
  ['friends', '… and friends see it'],
  ['everyone', 'Everyone'],
]

type Act = (act: PrivacyAct) => void
type Scope = PrivacyState['scopes'][number]

/** Who may ask for what: two switches for whole categories, and one choice for each scope. */
export function scopes(state: PrivacyState, act: Act): Node[] {
  const sharing = state.scopes.some(({ scope, audience }) => scope === 'scope.usage' && audience !== 'nobody')
  return [
    toggle('Location off, whatever else is set', state.locationOff, (on) => act({ act: 'location-off', on })),
    toggle('Let usage and advertising data be counted with that of others', sharing, (on) =>
      act({ act: 'data-sharing', on }),
    ),
    make('ol', {}, ...state.scopes.map((scope) => row(scope, act))),
  ]
}

function toggle(label: string, on: boolean, changed: (on: boolean) => void): HTMLElement {
  const change = (event: Event) => changed((event.target as HTMLInputElement).checked)
  return make('label', { class: 'switch' }, make('input', { type: 'checkbox', checked: on, change }), label)
}

function row(scope: Scope, act: Act): HTMLElement {
  const audience = select('Who may ask', AUDIENCES, scope.audience, (value) =>
    act({ act: 'audience', scope: scope.scope, value }),
  )
  const parts: Node[] = [audience]
  if (scope.labels.some((label) => label !== '')) parts.push(choice(scope, act))
  if (scope.denied) parts.push(again(scope, act))
  return make(
    'li',
    { 'data-scope': scope.scope },
    make('div', { class: 'head' }, code(scope.scope), badge(scope.category.en)),
    make('p', { class: 'sees' }, scope.sees.en),
    make('div', { class: 'actions' }, ...parts),
  )
}

function choice(scope: Scope, act: Act): HTMLElement {
  const labels = scope.labels.map((label): [string, string] => [label, label || 'the usual one'])
  return select('Which of yours', labels, scope.choice, (value) => act({ act: 'choose', scope: scope.scope, value }))
}

function again(scope: Scope, act: Act): HTMLElement {
  const click = () => act({ act: 'reopen', scope: scope.scope })
  return make('button', { type: 'button', class: 'plain-button', click }, 'You denied it: let it ask again')
}

function select(
  name: string,
  options: [string, string][],
  chosen: string,
  changed: (value: string) => void,
): HTMLElement {
  const change = (event: Event) => changed((event.target as HTMLSelectElement).value)
  const option = ([value, label]: [string, string]) => make('option', { value, selected: value === chosen }, label)
  return make('select', { 'aria-label': name, change }, ...options.map(option))
}
