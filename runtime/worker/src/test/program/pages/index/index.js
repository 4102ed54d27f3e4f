import { format } from '../../utils/price'

const actions = {
  store() {
    wx.setStorageSync('cart', { rice: 2 })
    console.log(wx.getStorageSync('cart'), wx.getStorageSync('kept'), wx.getStorageSync('nothing') === '')
    wx.removeStorageSync('kept')
    wx.clearStorageSync()
  },
  open() {
    wx.navigateTo({
      url: '../detail/detail?id=7',
      events: { ready: (what) => console.log('detail says', what) },
      success: ({ errMsg, eventChannel }) => {
        console.log(errMsg)
        eventChannel.emit('greet', 'hello')
      },
    })
  },
  missing() {
    wx.navigateTo({ url: '/pages/none/none', fail: ({ errMsg }) => console.log(errMsg) })
  },
  fault() {
    undefined.property
  },
  reject() {
    Promise.reject(new Error('nobody catches this'))
  },
  unsupported() {
    wx.vibrateShort({ fail: ({ errMsg }) => console.log(errMsg) })
  },
  unsupportedPromise() {
    wx.vibrateShort()
  },
  unsupportedSync() {
    try {
      wx.getBatteryInfoSync()
    } catch (error) {
      console.log(error.message)
    }
  },
  escape() {
    const names = ['load', 'loadWithNewGlobal', 'print', 'Java', 'Polyglot', 'Packages', 'Graal', 'java', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'process', 'performance']
    console.log(names.filter((name) => typeof globalThis[name] !== 'undefined').join() || 'nothing')
    const attempts = [
      () => eval('1'),
      () => new Function('return this')(),
      () => this.constructor.constructor('return this')(),
      () => (() => {}).constructor('return this')(),
      () => Object.getPrototypeOf(async () => {}).constructor('return this'),
      () => Object.getPrototypeOf(function* () {}).constructor('return this'),
      () => setTimeout('1', 0),
    ]
    console.log(attempts.map((attempt) => { try { return typeof attempt() } catch (error) { return error.name } }).join())
  },
  loop() {
    for (;;);
  },
  recurse() {
    const down = () => { try { down() } catch (error) { down() } }
    down()
  },
  timer() {
    setInterval(() => console.log('tick'), 20)
  },
  later() {
    setTimeout(() => this.setData({ count: 99 }), 5000)
  },
  login() {
    wx.login().then(({ code, errMsg }) => console.log(code, errMsg), ({ errMsg }) => console.log(errMsg))
  },
  modal() {
    wx.showModal({ title: 'Sure?', success: ({ confirm }) => console.log('confirm', confirm) })
  },
  request() {
    const task = wx.request({ url: 'https://x.example/a', data: { q: 'ä' }, success: ({ data, statusCode }) => console.log(statusCode, data.name) })
    console.log(typeof task.abort)
  },
  tamper() {
    JSON.stringify = () => 'not json'
    JSON.parse = () => ({})
    this.setData({ count: 5 })
    Array.prototype.push = () => 0
    console.log('still here')
  },
  clock() {
    const seen = new Set()
    for (let i = 0; i < 1000; i++) seen.add(Date.now() % 10)
    console.log([...seen].join(), new Date(0).getHours())
  },
  chatter() {
    for (;;) console.log('chatter')
  },
  mark() {
    getApp().globalData.visits++
    Array.prototype.marked = true
  },
  marked() {
    console.log('marked' in [], getApp().globalData.visits > 0)
  },
  forge() {
    // the library keeps its port in objects that a program can reach
    const seen = new Set()
    const search = (value, depth) => {
      if (value === null || typeof value !== 'object' || depth > 12 || seen.has(value)) return undefined
      seen.add(value)
      if (typeof value.send === 'function' && typeof value.schedule === 'function') return value
      for (const key of Object.getOwnPropertyNames(value)) {
        const found = search(value[key], depth + 1)
        if (found) return found
      }
      return undefined
    }
    const port = search(this, 0)
    console.log(typeof port)
    if (!port) return
    port.send('READY', '{}')
    port.send('DONE', '{"seq":1}')
    try {
      console.log(port.send(), port.schedule({}, 'x'), port.cancel(), port.evaluate('none.js'))
    } catch (error) {
      console.log(error.message)
    }
  },
  message() {
    try {
      null.f()
    } catch (error) {
      console.log(error.stack)
    }
  },
  cycle() {
    const dish = { name: 'endless' }
    dish.self = dish
    this.setData({ dish, chosen: dish.self.self.name })
  },
  percent() {
    wx.navigateTo({ url: '../detail/detail?id=50%', complete: ({ errMsg }) => console.log(errMsg) })
  },
}

Page({
  data: { count: 0, note: '', chosen: '', dishes: [{ name: 'rice', cents: 250 }, { name: 'soup', cents: 400 }] },
  onLoad(query) {
    console.log('onLoad', query, getCurrentPages().length, getApp().globalData.visits)
  },
  onShow() {
    console.log('onShow')
  },
  onReady() {
    console.log('onReady', this.route, format(250))
  },
  onHide() {
    console.log('onHide')
  },
  add(event) {
    this.setData({ count: this.data.count + event.currentTarget.dataset.step })
  },
  picked(event) {
    this.setData({ chosen: event.detail.name })
  },
  typed(event) {
    console.log('typed', event.detail.value, this.data.note)
  },
  phone(event) {
    console.log('phone', event.detail)
  },
  outer(event) {
    console.log('outer', event.target.id, event.type)
  },
  caught() {
    console.log('caught')
  },
  run(event) {
    actions[event.detail.action].call(this)
  },
})
