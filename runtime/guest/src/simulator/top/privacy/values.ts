import { make } from '../dom'
import { code } from '../inspector/entry'
import type { PrivacyAct, PrivacyState } from '../messages'

type Act = (act: PrivacyAct) => void
type Value = PrivacyState['values'][number]

/** What the host keeps of the user, to change, add to and remove; a copy of it; and being forgotten. */
export function values(state: PrivacyState, act: Act): Node[] {
  return [
    make(
      'p',
      { class: 'sees' },
      'Only you see these. A second value with a name of your own can be chosen for a program under “Who may ask”.',
    ),
    make('ol', {}, ...state.values.map((value) => row(value, act))),
    another(state, act),
    make('div', { class: 'actions' }, ...last(act)),
  ]
}

function row({ field, label, value }: Value, act: Act): HTMLElement {
  const change = (event: Event) => act({ act: 'put', field, label, value: (event.target as HTMLInputElement).value })
  const input = make('input', { type: 'text', value, change, 'aria-label': `${field} ${label}` })
  const click = () => act({ act: 'remove', field, label })
  const remove = make(
    'button',
    { type: 'button', class: 'plain-button', click, 'aria-label': `Remove ${field} ${label}` },
    'Remove',
  )
  return make(
    'li',
    { 'data-field': field },
    make('div', { class: 'head' }, code(field), label),
    make('div', { class: 'actions' }, input, remove),
  )
}

function another(state: PrivacyState, act: Act): HTMLElement {
  const fields = [...new Set(state.values.map(({ field }) => field))]
  const field = make(
    'select',
    { 'aria-label': 'Field' },
    ...fields.map((name) => make('option', { value: name }, name)),
  )
  const label = make('input', {
    type: 'text',
    placeholder: 'a name, such as work',
    'aria-label': 'Name',
    maxlength: '64',
  })
  const value = make('input', { type: 'text', placeholder: 'another value', 'aria-label': 'Value' })
  const click = () => act({ act: 'put', field: field.value, label: label.value, value: value.value })
  const add = make('button', { type: 'button', class: 'plain-button', click }, 'Add')
  return make('div', { class: 'actions' }, field, label, value, add)
}

function last(act: Act): Node[] {
  const copy = make(
    'button',
    { type: 'button', class: 'plain-button', click: () => act({ act: 'export' }) },
    'Save a copy of everything',
  )
  const erase = make('button', { type: 'button', class: 'plain-button danger' }, 'Erase me')
  erase.addEventListener('click', () => {
    if (erase.dataset.sure) act({ act: 'erase' })
    erase.dataset.sure = 'yes'
    erase.textContent = 'Erase me for good: press again'
  })
  return [copy, erase]
}

/** Lets the user keep their copy as a file. */
export function save(name: string, json: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(json, null, 2)], { type: 'application/json' }))
  make('a', { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
