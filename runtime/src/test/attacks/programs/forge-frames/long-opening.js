// id: long-opening
// class: forge-frames
// wall: frames
// mechanism: opens a page with endless parameters
// expected: killed: protocol
lab.frame('p', { op: 'open', page: 900, path: 'a', query: { q: 'x'.repeat(2 << 20) } })
return lab.answers()
