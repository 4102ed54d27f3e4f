import { Component } from './component'
import { inside } from './inside'

const SWITCH_CSS = `
:host { display: inline-block; vertical-align: middle; line-height: 0; }
div {
  position: relative; box-sizing: border-box; width: 52px; height: 32px; border: 1px solid #dfdfdf; border-radius: 16px;
  background: #dfdfdf; transition: background-color 0.1s, border-color 0.1s;
}
div::before, div::after {
  position: absolute; top: 0; left: 0; width: 50px; height: 30px; border-radius: 15px; background: #fdfdfd; content: '';
  transition: transform 0.35s cubic-bezier(0.45, 1, 0.4, 1);
}
div::after { width: 30px; background: #fff; box-shadow: 0 1px 3px rgb(0 0 0 / 40%); }
:host([checked]) div { border-color: var(--chosen, #07c160); background: var(--chosen, #07c160); }
:host([checked]) div::before { transform: scale(0); }
:host([checked]) div::after { transform: translateX(20px); }
:host([disabled]) div { opacity: 0.7; }
`
const CHECK_CSS = `
:host { display: inline-block; vertical-align: middle; }
.box { display: inline-flex; align-items: center; }
.mark {
  position: relative; flex: none; box-sizing: border-box; width: 24px; height: 24px; margin-right: 5px;
  border: 1px solid #d1d1d1; border-radius: 3px; background: #fff; color: var(--chosen, #07c160);
}
.round .mark { border-radius: 50%; }
:host([checked]) .mark::before {
  position: absolute; inset: 3px 8px 6px; border: solid currentcolor; border-width: 0 2px 2px 0; content: '';
  transform: rotate(45deg);
}
:host([checked]) .round .mark { border-color: var(--chosen, #07c160); background: var(--chosen, #07c160); color: #fff; }
:host([disabled]) .mark { background: #e1e1e1; color: #adadad; }
:host([disabled][checked]) .round .mark { border-color: #d1d1d1; background: #e1e1e1; color: #adadad; }
`
const COLOR = /^[#a-z0-9(),.%\s-]{1,60}$/i

/** What is chosen or not. The host decides what a tap makes of it; this shows what the host's tree says. */
abstract class Choice extends Component {
  constructor(role: string, css: string, box: HTMLElement, ...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    this.element.setAttribute('role', role)
    this.element.setAttribute('aria-checked', 'false')
    this.element.tabIndex = 0
    inside(this.element, css, box)
  }

  protected override changed(name: string): void {
    if (name === 'checked') this.element.setAttribute('aria-checked', String(this.flag('checked')))
    if (name === 'disabled') this.element.tabIndex = this.flag('disabled') ? -1 : 0
    if (name === 'color' && COLOR.test(this.text('color'))) this.color()
  }

  /** The colour is of the parts inside, which the program's inline style does not replace. */
  private color(): void {
    const box = this.element.shadowRoot!.firstElementChild as HTMLElement
    box.style.setProperty('--chosen', this.text('color'))
  }
}

export class SwitchComponent extends Choice {
  constructor(...parts: ConstructorParameters<typeof Component>) {
    super('switch', SWITCH_CSS, document.createElement('div'), ...parts)
  }
}

function marked(kind: string): HTMLElement {
  const box = document.createElement('div')
  const mark = document.createElement('div')
  box.className = `box ${kind}`
  mark.className = 'mark'
  box.append(mark, document.createElement('slot'))
  return box
}

export class CheckboxComponent extends Choice {
  constructor(...parts: ConstructorParameters<typeof Component>) {
    super('checkbox', CHECK_CSS, marked('square'), ...parts)
  }
}

export class RadioComponent extends Choice {
  constructor(...parts: ConstructorParameters<typeof Component>) {
    super('radio', CHECK_CSS, marked('round'), ...parts)
  }
}
