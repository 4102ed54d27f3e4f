// id: node-number-again
// class: forge-frames
// wall: frames
// mechanism: makes a node under the id of another, so that a tap means something else
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('o', { page: 900, ops: [['c', 2, 'e', 'button']] })
return lab.answers()
