// id: operand-of-wrong-kind
// class: forge-frames
// wall: frames
// mechanism: gives an operation a text where it needs a node
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
lab.frame('o', { page: 900, ops: [['a', '1', {}]] })
return lab.answers()
