// id: characters
// class: flood
// wall: limits
// mechanism: few messages, but long ones
// expected: killed: limit charactersPerSecond
const text = 'x'.repeat(4 << 20)
for (let i = 0; i < 60; i++) lab.frame('g', { level: 'log', text, at: '' })
return lab.answers()
