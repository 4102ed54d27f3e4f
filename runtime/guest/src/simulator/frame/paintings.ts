/** A whole placeholder; the host makes them of letters that no markup needs. */
const WHOLE = /^cloakroom:(?:nickname|avatar):[A-Za-z0-9_-]{22}$/
const ANY = /cloakroom:(?:nickname|avatar):[A-Za-z0-9_-]{22}/g
/** What WeChat calls everybody. */
const SOMEBODY = '微信用户'

export function isPlaceholder(text: string): boolean {
  return WHOLE.test(text)
}

/** A text with what every user is called where it has placeholders: in the middle of a text their size would tell. */
export function withoutPlaceholders(text: string): string {
  return text.includes('cloakroom:') ? text.replace(ANY, SOMEBODY) : text
}

/** What the host paints for placeholders: asked for once each. */
export class Paintings {
  private readonly values = new Map<string, string>()
  private readonly waiting = new Map<string, Set<() => void>>()

  constructor(private readonly need: (placeholder: string) => void) {}

  /** The value, or undefined while it is not there; `arrived` runs when it comes. */
  value(placeholder: string, arrived: () => void): string | undefined {
    const known = this.values.get(placeholder)
    if (known === undefined) this.ask(placeholder, arrived)
    return known
  }

  deliver(placeholder: string, value: string): void {
    this.values.set(placeholder, value)
    const waiting = this.waiting.get(placeholder)
    this.waiting.delete(placeholder)
    for (const arrived of waiting ?? []) arrived()
  }

  /** An element of a size that the value has no part in. */
  element(placeholder: string): HTMLElement {
    const box = document.createElement('wx-painted')
    const paint = () => (box.textContent = this.value(placeholder, paint) || SOMEBODY)
    paint()
    return box
  }

  forget(): void {
    this.values.clear()
    this.waiting.clear()
  }

  private ask(placeholder: string, arrived: () => void): void {
    const waiting = this.waiting.get(placeholder)
    if (waiting) return void waiting.add(arrived)
    this.waiting.set(placeholder, new Set([arrived]))
    this.need(placeholder)
  }
}
