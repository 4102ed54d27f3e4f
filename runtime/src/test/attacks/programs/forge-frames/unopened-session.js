// id: unopened-session
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: speaks for a session that does not exist yet
// expected: killed: protocol
lab.raw('g', { level: 'log', text: 'x', at: '' }, lab.FOREIGN)
return lab.answers()
