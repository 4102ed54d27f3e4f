// id: event-attribute
// class: page
// wall: page
// mechanism: an attribute that a browser runs as a script
// expected: nothing
const port = lab.port()
port.send('PAGE', JSON.stringify({ op: 'open', page: 900, path: 'pages/lab/lab' }))
port.send('OPS', JSON.stringify({ page: 900, ops: [['c', 900001, 'root', 'page'], ['c', 900002, 'e', 'view'], ['A', 900002, 'onclick', 'LOOT']] }))
await lab.answers()
