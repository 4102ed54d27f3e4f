// id: removed-twice
// class: forge-frames
// wall: frames
// mechanism: takes a child away that is not there, and with it another
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 'e', 'view'], ['r', 2, 3])
return lab.answers()
