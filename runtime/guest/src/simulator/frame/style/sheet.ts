import { rpxToPx } from './rpx'
import { scopeSelector } from './selectors'
import { routeUrls, type ResourceUrl } from './urls'

/** One WXSS file of a page as a constructed style sheet. */
export class Sheet {
  readonly css = new CSSStyleSheet()

  constructor(
    private readonly text: string,
    private readonly scope: number,
    private readonly urls: ResourceUrl,
  ) {}

  /** Builds the sheet anew, for a width of the screen and the resources that are there. */
  render(screenWidth: number): void {
    this.css.replaceSync(rpxToPx(routeUrls(this.text, this.urls), screenWidth))
    for (const rule of this.css.cssRules) this.scopeRule(rule)
  }

  private scopeRule(rule: CSSRule): void {
    if (rule instanceof CSSStyleRule) rule.selectorText = scopeSelector(rule.selectorText, this.scope)
    if ('cssRules' in rule && !(rule instanceof CSSKeyframesRule)) {
      for (const inner of rule.cssRules as CSSRuleList) this.scopeRule(inner)
    }
  }
}
