// id: node-in-itself
// class: forge-frames
// wall: frames
// mechanism: puts a node into its own child, so that a walk of the tree does not end
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('o', { page: 900, ops: [['c', 3, 'e', 'view'], ['a', 2, 3], ['a', 3, 2]] })
return lab.answers()
