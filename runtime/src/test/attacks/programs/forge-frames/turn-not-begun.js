// id: turn-not-begun
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: ends a turn that nobody began, so that the deadline watches nothing
// expected: killed: protocol
lab.raw('d', { seq: 424242, timer: null })
return lab.answers()
