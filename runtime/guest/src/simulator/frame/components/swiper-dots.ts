const COLOR = /^[#a-z0-9(),.%\s-]{1,60}$/i

export interface DotsState {
  count: number
  current: number
  vertical: boolean
  color: string
  active: string
}

/** The dots of a swiper, one for each item. */
export class Dots {
  readonly element = document.createElement('div')

  draw({ count, current, vertical, color, active }: DotsState): void {
    this.element.style.cssText = vertical
      ? 'position:absolute;right:10px;top:50%;transform:translateY(-50%);pointer-events:none'
      : 'position:absolute;bottom:10px;left:0;right:0;text-align:center;line-height:0;pointer-events:none'
    const dots = Array.from({ length: Math.min(count, 100) }, (_, at) =>
      dot(vertical, at === current ? colorOf(active, '#000') : colorOf(color, 'rgba(0,0,0,.3)')),
    )
    this.element.replaceChildren(...dots)
  }
}

function dot(vertical: boolean, color: string): HTMLElement {
  const element = document.createElement('span')
  element.style.cssText = `display:${vertical ? 'block' : 'inline-block'};width:8px;height:8px;margin:4px;border-radius:50%`
  element.style.background = color
  return element
}

function colorOf(color: string, otherwise: string): string {
  return COLOR.test(color) ? color : otherwise
}
