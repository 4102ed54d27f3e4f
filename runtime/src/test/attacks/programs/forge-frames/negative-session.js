// id: negative-session
// class: forge-frames
// wall: frames
// mechanism: speaks for a session with a negative number
// expected: killed: protocol
lab.frame('g', { level: 'log', text: 'x', at: '' }, -5)
return lab.answers()
