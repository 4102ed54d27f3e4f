// id: unknown-kind
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: sends a kind of frame that nobody knows
// expected: killed: protocol
lab.raw('?', {})
return lab.answers()
