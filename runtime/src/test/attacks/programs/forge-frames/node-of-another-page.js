// id: node-of-another-page
// class: forge-frames
// wall: frames
// mechanism: names a node of another page
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('p', { op: 'open', page: 901, path: 'pages/lab/lab' })
lab.frame('o', { page: 901, ops: [['T', 2, 'x']] })
return lab.answers()
