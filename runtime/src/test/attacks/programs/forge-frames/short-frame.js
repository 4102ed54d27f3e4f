// id: short-frame
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: says that a frame is shorter than its own head, so that a reader goes below zero
// expected: killed: protocol
lab.bytes('00000000' + lab.hex('g') + lab.OWN)
return lab.answers()
