// id: ready-again
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: says that it is ready while a program runs
// expected: killed: protocol
lab.raw('r', {}, '00000000')
return lab.answers()
