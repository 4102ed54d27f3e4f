// id: node-of-another-page
// class: forge-frames
// wall: frames
// mechanism: names a node of another page
// expected: killed: protocol
lab.open()
lab.frame('p', { op: 'open', page: 901, path: 'pages/lab/lab' })
lab.frame('o', { page: 901, ops: [['T', 2, 'x']] })
return lab.answers()
