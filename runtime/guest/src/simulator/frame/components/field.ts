import type { InputPhase } from '../../shared/messages'
import { Component } from './component'
import { inside } from './inside'

const CSS = `
div { position: relative; width: 100%; height: 100%; min-height: inherit; }
input, textarea {
  display: block; box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; margin: 0; padding: 0;
  border: 0; border-radius: 0; outline: 0; background: none; color: inherit; font: inherit; line-height: inherit;
  letter-spacing: inherit; text-align: inherit; resize: none; caret-color: #07c160; appearance: none;
}
input:disabled, textarea:disabled { opacity: 1; -webkit-text-fill-color: currentColor; }
::slotted(wx-placeholder) { position: absolute; inset: 0; overflow: hidden; pointer-events: none; }
`
const MAX_LENGTH = 140

/** What an input and a textarea have in common. */
export abstract class Field extends Component {
  private readonly placeholder = document.createElement('wx-placeholder')
  /** What the user typed and the program has not answered yet, oldest first. */
  private typed: string[] = []

  constructor(
    protected readonly field: HTMLInputElement | HTMLTextAreaElement,
    ...parts: ConstructorParameters<typeof Component>
  ) {
    super(...parts)
    const box = document.createElement('div')
    box.append(this.field, document.createElement('slot'))
    inside(this.element, CSS, box)
    this.element.append(this.placeholder)
    this.prepare()
  }

  /** Puts the caret into it, as a tap on its label does. */
  focus(): void {
    this.field.focus()
  }

  protected override changed(name: string): void {
    if (name === 'value') this.follow(this.text('value'))
    if (name === 'placeholder') this.describe()
    if (name === 'placeholder-class') this.placeholder.className = this.classesOf('placeholder-class').join(' ')
    if (name === 'disabled') this.field.disabled = this.flag('disabled')
    if (name === 'maxlength') this.limit()
    if ((name === 'focus' || name === 'auto-focus') && this.flag(name)) requestAnimationFrame(() => this.focus())
  }

  protected tell(phase: InputPhase): void {
    this.page.input(this.id, this.field.value, phase)
  }

  protected resized(): void {}

  private prepare(): void {
    this.field.autocomplete = 'off'
    this.field.spellcheck = false
    this.field.maxLength = MAX_LENGTH
    this.field.addEventListener('focus', () => this.tell('focus'))
    this.field.addEventListener('blur', () => this.tell('blur'))
    this.field.addEventListener('input', () => this.type())
  }

  private type(): void {
    this.typed.push(this.field.value)
    this.showPlaceholder()
    this.resized()
    this.tell('input')
  }

  /** The program's value wins, unless it is an echo of something that the user has typed over since. */
  private follow(value: string): void {
    const echo = this.typed.indexOf(value)
    this.typed = echo < 0 ? [] : this.typed.slice(echo + 1)
    if (echo >= 0 && this.typed.length > 0) return
    if (this.field.value !== value) this.field.value = value
    this.showPlaceholder()
    this.resized()
  }

  private describe(): void {
    this.placeholder.textContent = this.text('placeholder')
    this.field.setAttribute('aria-label', this.text('placeholder'))
  }

  private showPlaceholder(): void {
    this.placeholder.hidden = this.field.value !== ''
  }

  private limit(): void {
    const limit = Number(this.attributes.get('maxlength') ?? MAX_LENGTH)
    if (limit >= 0) this.field.maxLength = limit
    else this.field.removeAttribute('maxlength')
  }
}

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

export class InputComponent extends Field {
  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(document.createElement('input'), ...parts)
    this.field.addEventListener('keydown', (event) => {
      const { key, isComposing } = event as KeyboardEvent
      if (key === 'Enter' && !isComposing) this.tell('confirm')
    })
  }

  protected override changed(name: string): void {
    super.changed(name)
    const hidden = this.flag('password') || this.text('type') === 'safe-password'
    if (name === 'password' || name === 'type') {
      ;(this.field as HTMLInputElement).type = hidden ? 'password' : 'text'
      this.field.inputMode = KEYBOARDS[this.text('type')] ?? 'text'
    }
  }
}

export class TextareaComponent extends Field {
  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(document.createElement('textarea'), ...parts)
  }

  protected override changed(name: string): void {
    super.changed(name)
    if (name === 'auto-height') this.resized()
  }

  protected override resized(): void {
    if (!this.flag('auto-height')) return
    this.element.style.height = 'auto'
    this.field.style.height = '0'
    this.field.style.height = `${this.field.scrollHeight}px`
  }
}
