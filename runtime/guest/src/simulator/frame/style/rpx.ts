const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi

/** A style text with WeChat's `rpx`, of which a screen is 750 wide, in `px`. */
export function rpxToPx(text: string, screenWidth: number): string {
  return text.replace(RPX, (_, number: string) => `${round((Number(number) * screenWidth) / 750)}px`)
}

// four digits keep half pixels exact and texts short
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
