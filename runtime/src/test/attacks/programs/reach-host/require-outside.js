// id: require-outside
// class: reach-host
// wall: language
// mechanism: require resolves a path upwards out of the program
// expected: nothing
const up = '../'.repeat(20)
for (const target of [up + 'etc/passwd', lab.secretFile, 'file://' + lab.secretFile]) {
  try {
    return require(target)
  } catch {
    // a refusal
  }
}
if (typeof load === 'function') return load({ name: 'x', script: '"ran"' })
