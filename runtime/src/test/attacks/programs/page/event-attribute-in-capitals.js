// id: event-attribute-in-capitals
// class: page
// wall: page
// mechanism: the same attribute in letters that a browser takes for the same
// expected: nothing
const port = lab.port()
port.send('PAGE', JSON.stringify({ op: 'open', page: 900, path: 'pages/lab/lab' }))
port.send('OPS', JSON.stringify({ page: 900, ops: [['c', 900001, 'root', 'page'], ['c', 900002, 'e', 'view'], ['A', 900002, 'oNLoAd', 'LOOT']] }))
await lab.answers()
