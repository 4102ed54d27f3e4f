// id: unopened-session
// class: forge-frames
// wall: frames
// mechanism: speaks for a session that does not exist yet
// expected: killed: protocol
lab.frame('g', { level: 'log', text: 'x', at: '' }, lab.session() + 100)
return lab.answers()
