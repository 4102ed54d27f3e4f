// id: messages
// class: flood
// wall: limits
// mechanism: lines for the console, each of them a message
// expected: killed: limit messagesPerSecond
for (let i = 0; i < 200000; i++) lab.frame('g', { level: 'log', text: '', at: '' })
return lab.answers()
