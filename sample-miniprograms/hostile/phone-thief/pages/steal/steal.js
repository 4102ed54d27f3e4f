const gesture = require('../../attacks/gesture')
const channel = require('../../attacks/channel')
const language = require('../../attacks/language')
const pollution = require('../../attacks/pollution')
const storage = require('../../attacks/storage')
const network = require('../../attacks/network')
const people = require('../../attacks/people')
const ticket = require('../../attacks/ticket')
const backend = require('../../attacks/backend')
const { attempt, call, messageOf } = require('../../utils/lab')

const COLD = [gesture.without, channel.cold, language.cold, pollution.cold, storage.cold, network.cold, people.cold].flat()
const LATE = [gesture.afterGrab, channel.late, ticket.late, language.late, pollution.late].flat()

Page({
  data: { stage: 'starting', outcomes: [], attempts: 0, succeeded: 0, broken: 0, decoy: '', code: '' },

  onLoad() {
    this.codes = []
    this.tapped = false
    this.stage('cold', () => this.tryAll(COLD))
  },

  onFakeAllow() {
    this.stage('fake', () => this.tryAll([...gesture.onFakeAllow, ...channel.onFakeAllow]))
  },

  onDecoy() {
    this.stage('decoy', () => this.tryAll(gesture.onDecoy))
  },

  // The same tap that the button asks with: greedy calls beside it must not yield more than it does.
  // Until the cold attempts are over, a tap is one that this program made itself.
  onGrabTap() {
    if (this.data.stage === 'starting' || this.tapped) return
    this.tapped = true
    this.codes = []
    this.wires = pollution.wiretap()
    this.greedy = [call('getPhoneNumber').then(({ value }) => value), channel.overtake(this), channel.overtake(this)]
  },


  onCode(event) {
    const { greedy } = this
    this.greedy = null
    if (event.detail && event.detail.code) this.codes.push(event.detail.code)
    if (greedy) this.stage('finished', () => this.afterGrab(event.detail || {}, greedy))
  },

  async afterGrab(event, greedy) {
    const replies = await Promise.all(greedy)
    this.wires.cut()
    this.codes.push(...replies.map((reply) => reply && reply.code).filter(Boolean))
    const booty = { events: [event, ...replies], caught: this.wires.caught, code: this.codes[0] || '' }
    await this.tryAll(LATE, booty)
    this.report(await backend.outcomes(booty))
  },

  async tryAll(attacks, booty) {
    for (const attack of attacks) this.report([await attempt(attack, { page: this, ...booty })])
  },

  async stage(name, work) {
    try {
      await work()
      this.setData({ stage: `${name} done` })
    } catch (error) {
      console.log(`${name}: ${messageOf(error)}`)
      this.setData({ stage: `${name} broke`, broken: this.data.broken + 1 })
    }
  },

  report(outcomes) {
    for (const { name, stolen, what } of outcomes) console.log(`${stolen ? 'STOLEN' : 'missed'}: ${name}: ${what}`)
    const all = [...this.data.outcomes, ...outcomes]
    this.setData({
      outcomes: all,
      attempts: all.length,
      succeeded: all.filter(({ stolen }) => stolen).length,
      broken: this.data.broken + outcomes.filter(({ broken }) => broken).length,
    })
  },
})
