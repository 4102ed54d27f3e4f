// id: heavy-page
// class: forge-frames
// wall: frames
// mechanism: fills nodes with more text than a page may carry
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
for (let i = 0; i < 12; i++) lab.frame('o', { page: 900, ops: [['c', 3 + i, 't', 'x'.repeat(1 << 20)]] })
return lab.answers()
