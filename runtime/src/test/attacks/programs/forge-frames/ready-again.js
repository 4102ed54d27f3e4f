// id: ready-again
// class: forge-frames
// wall: frames
// mechanism: says that it is ready while a program runs
// expected: killed: protocol
lab.frame('r', {}, 0)
return lab.answers()
