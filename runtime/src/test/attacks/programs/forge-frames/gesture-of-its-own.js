// id: gesture-of-its-own
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: sends the frame by which the host tells of a tap
// expected: killed: protocol
lab.raw('E', { page: 1, node: 1, type: 'tap', detail: null })
return lab.answers()
