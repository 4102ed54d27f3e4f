import { make } from '../dom'
import type { Consent, ConsentChoice, Wording } from '../messages'
import { plainText } from '../plain-text'

const MOST_PURPOSE = 140
const MOST_NAME = 60

// all look the same: the dialog asks, and recommends nothing
const CHOICES: [choice: ConsentChoice, label: string][] = [
  ['allow', 'Allow'],
  ['week', 'For 7 days'],
  ['session', 'This session'],
  ['once', 'Once'],
  ['deny', 'Deny'],
]

/** What the dialog says. Names and wording are the host's; the purpose is marked as the program's words. */
export function promptContent(consent: Consent, chosen: (choice: ConsentChoice, event: MouseEvent) => void): Node[] {
  const program = plainText(consent.program, MOST_NAME)
  return [
    make('p', { class: 'origin' }, 'Cloakroom asks on behalf of a program'),
    make('h1', { id: 'consent-title' }, who(program), ` asks you to ${consent.wording.en}`),
    make('p', { class: 'zh', lang: 'zh' }, who(program), ` 请求${consent.wording.zh}`),
    facts(consent, program),
    make('div', { class: 'buttons' }, ...CHOICES.map((choice) => button(choice, chosen))),
    make('p', { class: 'note' }, 'You can take it back at any time, under Privacy.'),
  ]
}

function who(name: string): HTMLElement {
  return make('bdi', { class: 'who' }, name)
}

function facts(consent: Consent, program: string): HTMLElement {
  const recipients = consent.recipients.map((name) => make('bdi', {}, plainText(name, MOST_NAME)))
  const matter = consent.matter ? fact('For', consent.matter.en, zh(consent.matter)) : []
  return make(
    'dl',
    {},
    ...matter,
    ...fact('Developer', make('bdi', {}, plainText(consent.developer, MOST_NAME))),
    ...why(consent, program),
    ...which(consent),
    ...fact('What the program sees', consent.sees.en, zh(consent.sees)),
    ...fact('Who receives it', ...(recipients.length > 0 ? separated(recipients) : ['Nobody outside this host'])),
    ...fact('For how long', consent.lifetime.en, zh(consent.lifetime)),
  )
}

// what the host says in the program's place must not look like the program's words
function why({ purpose, usual }: Consent, program: string): Node[] {
  if (usual) return fact('Why: it gives no reason; programs usually ask this', usual.en, zh(usual))
  const said = plainText(purpose, MOST_PURPOSE)
  return fact(
    `Why, in words of “${program}”`,
    said ? make('q', { dir: 'auto' }, said) : make('span', {}, 'It gives no reason'),
  )
}

// names that the user gave: no value is here
function which({ labels, choice }: Consent): Node[] {
  if (!labels) return []
  const option = (label: string) =>
    make('option', { value: label, selected: label === choice }, label === '' ? 'the usual one' : plainText(label, 64))
  return fact(
    'Which of yours',
    make('select', { class: 'which', 'aria-label': 'Which of yours' }, ...labels.map(option)),
  )
}

function zh(wording: Wording): HTMLElement {
  return make('span', { class: 'zh', lang: 'zh' }, wording.zh)
}

function fact(term: string, ...details: (Node | string)[]): Node[] {
  return [make('dt', {}, term), make('dd', {}, ...details)]
}

function separated(parts: Node[]): (Node | string)[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]))
}

function button(
  [choice, label]: (typeof CHOICES)[number],
  chosen: (choice: ConsentChoice, event: MouseEvent) => void,
): HTMLButtonElement {
  const click = (event: Event) => chosen(choice, event as MouseEvent)
  return make('button', { type: 'button', 'data-choice': choice, 'aria-disabled': 'true', click }, label)
}
