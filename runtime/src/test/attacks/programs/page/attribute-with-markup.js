// id: attribute-with-markup
// class: page
// wall: page
// mechanism: a name of an attribute that ends the tag and begins another
// expected: killed: protocol
const port = lab.port()
port.send('PAGE', JSON.stringify({ op: 'open', page: 900, path: 'pages/lab/lab' }))
port.send('OPS', JSON.stringify({ page: 900, ops: [['c', 900001, 'root', 'page'], ['c', 900002, 'e', 'view'], ['A', 900002, 'x><script', 'LOOT']] }))
await lab.answers()
