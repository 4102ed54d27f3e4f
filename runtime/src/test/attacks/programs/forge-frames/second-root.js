// id: second-root
// class: forge-frames
// wall: frames
// mechanism: plants a second root, below which nodes count as shown and nobody sees them
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('o', { page: 900, ops: [['c', 3, 'root', 'page']] })
return lab.answers()
