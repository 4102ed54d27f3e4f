// id: too-many-nodes
// class: forge-frames
// wall: frames
// mechanism: makes nodes until the host has no room
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
lab.frame('o', { page: 900, ops: [['c', 1, 'root', 'page'], ['c', 2, 'e', 'view'], ['a', 1, 2]] })
for (let n = 0; n < 60; n++) lab.frame('o', { page: 900, ops: Array.from({ length: 1000 }, (_, i) => ['c', 3 + n * 1000 + i, 'e', 'view']) })
return lab.answers()
