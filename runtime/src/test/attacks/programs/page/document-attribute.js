// id: document-attribute
// class: page
// wall: page
// mechanism: a document of its own in an attribute
// expected: nothing
const port = lab.port()
port.send('PAGE', JSON.stringify({ op: 'open', page: 900, path: 'pages/lab/lab' }))
port.send('OPS', JSON.stringify({ page: 900, ops: [['c', 900001, 'root', 'page'], ['c', 900002, 'e', 'view'], ['A', 900002, 'srcdoc', 'LOOT']] }))
await lab.answers()
