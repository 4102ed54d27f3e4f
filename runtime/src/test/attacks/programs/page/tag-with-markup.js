// id: tag-with-markup
// class: page
// wall: page
// mechanism: a name of an element that brings an attribute with it
// expected: killed: protocol
const port = lab.port()
port.send('PAGE', JSON.stringify({ op: 'open', page: 900, path: 'pages/lab/lab' }))
port.send('OPS', JSON.stringify({ page: 900, ops: [['c', 900001, 'root', 'page'], ['c', 900002, 'e', 'view'], ['c', 900003, 'e', 'img src=x onerror=LOOT']] }))
await lab.answers()
