// id: fractional-node
// class: forge-frames
// wall: frames
// mechanism: gives an operation a number that two readers round differently
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('o', { page: 900, ops: [['a', 1, 4294967298]] })
return lab.answers()
