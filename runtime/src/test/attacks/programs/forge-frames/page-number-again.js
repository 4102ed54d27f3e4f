// id: page-number-again
// class: forge-frames
// wall: frames
// mechanism: opens a page under the number of a closed one, whose gestures still count
// expected: killed: protocol
lab.open()
lab.frame('p', { op: 'close', page: 900 })
lab.frame('p', { op: 'open', page: 900, path: 'pages/lab/lab' })
return lab.answers()
