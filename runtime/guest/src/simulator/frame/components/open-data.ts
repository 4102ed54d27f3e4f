import { Component } from './component'
import { NOBODY } from './image'
import { inside } from './inside'

const CSS = 'img { display: block; width: 100%; height: 100%; }'
const SOMEBODY = '微信用户'

/** WeChat's open-data, which shows everybody the same since 2022: a name and a picture that are nobody's. */
export class OpenDataComponent extends Component {
  private readonly words = document.createElement('span')
  private readonly picture = new Image()

  constructor(...parts: ConstructorParameters<typeof Component>) {
    super(...parts)
    this.picture.alt = ''
    inside(this.element, CSS, this.picture, this.words)
    this.changed()
  }

  protected override changed(): void {
    const type = this.text('type')
    this.picture.hidden = type !== 'userAvatarUrl'
    if (type === 'userAvatarUrl') this.picture.src = NOBODY
    this.words.textContent = type === 'userNickName' ? this.text('default-text') || SOMEBODY : ''
  }
}
