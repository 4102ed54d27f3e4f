// id: tag-with-control
// class: page
// wall: page
// mechanism: a name of an element with a character that only some parsers skip
// expected: killed: protocol
const port = lab.port()
port.send('PAGE', JSON.stringify({ op: 'open', page: 900, path: 'pages/lab/lab' }))
port.send('OPS', JSON.stringify({ page: 900, ops: [['c', 900001, 'root', 'page'], ['c', 900002, 'e', 'view'], ['c', 900003, 'e', 'scr\\u0000iptLOOT']] }))
await lab.answers()
