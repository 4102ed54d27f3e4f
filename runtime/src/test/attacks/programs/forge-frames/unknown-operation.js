// id: unknown-operation
// class: forge-frames
// wall: frames
// mechanism: sends an operation that the host does not know
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('o', { page: 900, ops: [['html', 2, '<b>']] })
return lab.answers()
