// What counts as loot. The builtins are taken here, before this program starts to bend them.
const { stringify } = JSON
const { apply } = Reflect

// A number of the country of the made-up users, written in any usual way; the thief's own is American.
const NUMBER = /(?<![0-9])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])/
// Hexadecimal ids are long enough to look like a number by chance.
const HEX_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}/gi

const { test } = RegExp.prototype
const { replace, slice } = String.prototype

function textOf(value) {
  if (typeof value === 'string') return value
  if (value instanceof Error) return `${value.message} ${value.stack}`
  const seen = new Set()
  const json = stringify(value, (key, member) => {
    if (typeof member === 'bigint') return `${member}`
    if (typeof member !== 'object' || member === null) return member
    if (seen.has(member)) return undefined
    seen.add(member)
    return member instanceof Error ? textOf(member) : member
  })
  return json === undefined ? String(value) : json
}

function hasNumber(value) {
  try {
    return apply(test, NUMBER, [apply(replace, textOf(value), [HEX_ID, ''])])
  } catch {
    return false
  }
}

function brief(value) {
  try {
    return apply(slice, textOf(value), [0, 160])
  } catch (error) {
    return `something that cannot be shown: ${error.message}`
  }
}

const stole = (what) => ({ stolen: true, what: brief(what) })
const missed = (what) => ({ stolen: hasNumber(what), what: brief(what) })

module.exports = { textOf, hasNumber, stole, missed }
