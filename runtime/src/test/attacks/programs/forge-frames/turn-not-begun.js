// id: turn-not-begun
// class: forge-frames
// wall: frames
// mechanism: ends a turn that nobody began, so that the deadline watches nothing
// expected: killed: protocol
lab.frame('d', { seq: 4242, timer: null })
return lab.answers()
