const counted = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

Page({
  data: {
    told: '',
    sizes: ['small', 'medium', 'large'],
    dishes: [{ name: 'noodles' }, { name: 'dumplings' }, { name: 'rice' }],
    dish: 0,
    columns: [['hot', 'cold'], ['tea', 'soup', 'water']],
    rows: counted(1, 30),
    into: '',
    moved: false,
    markup:
      '<p style="color: red" onclick="alert(1)">Rich <b>text</b><script>globalThis.ran = 1</script><img src="x" onerror="globalThis.ran = 1"><iframe src="https://x.example"></iframe></p>',
    nodes: [{ name: 'div', attrs: { class: 'inner', onclick: 'x' }, children: [{ type: 'text', text: 'a&nbsp;node' }] }],
  },
  tell(words) {
    this.setData({ told: words })
    console.log(words)
  },
  onTold(e) {
    const { target, ...detail } = e.detail
    this.tell(`${e.type} ${e.currentTarget.id} ${JSON.stringify(detail)}`)
    if (e.currentTarget.id === 'dish' && e.type === 'change') this.setData({ dish: e.detail.value })
  },
  onChanging(e) {
    console.log(`changing ${e.detail.value}`)
  },
  onMoved(e) {
    console.log(`moved ${e.detail.x} ${e.detail.y} ${e.detail.source}`)
  },
  onTouch(e) {
    const [finger] = e.changedTouches
    console.log(`${e.type} ${e.touches.length} ${Object.keys(finger).sort().join()} ${e.currentTarget.id}`)
  },
  onLong(e) {
    this.tell(`longpress ${e.currentTarget.id}`)
  },
  onTap(e) {
    this.tell(`tap at ${e.detail.x > 0} ${e.touches.length}`)
  },
  onScrolled(e) {
    console.log(`scrolled ${Object.keys(e.detail).sort().join()}`)
  },
  onMove() {
    this.setData({ moved: true })
  },
  onEnd(e) {
    this.tell(`${e.type} ${e.currentTarget.id}`)
  },
  onJump() {
    this.setData({ into: 'row-20' })
  },
  onPageScroll(e) {
    console.log(`page ${e.scrollTop > 0}`)
  },
  onReachBottom() {
    console.log('bottom')
  },
})
