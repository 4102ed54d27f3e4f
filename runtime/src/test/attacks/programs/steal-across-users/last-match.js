// id: last-match
// class: steal-across-users
// wall: context
// mechanism: reads what the last regular expression of anybody matched
// expected: nothing
await lab.victim()
const { kept } = globalThis
void /x/.test('y')
if (kept) kept.match(/.+/)
if (RegExp.lastMatch.includes('-for-the-')) return RegExp.lastMatch
