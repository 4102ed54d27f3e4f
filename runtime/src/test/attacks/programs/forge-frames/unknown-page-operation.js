// id: unknown-page-operation
// class: forge-frames
// wall: frames
// mechanism: does to a page what no library does
// expected: killed: protocol
lab.frame('p', { op: 'hijack', page: 1 })
return lab.answers()
