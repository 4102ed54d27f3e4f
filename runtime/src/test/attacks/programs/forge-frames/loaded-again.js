// id: loaded-again
// class: forge-frames
// wall: frames
// mechanism: says that another program was loaded
// expected: killed: protocol
lab.frame('l', {}, 0)
return lab.answers()
