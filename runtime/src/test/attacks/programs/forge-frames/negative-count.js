// id: negative-count
// class: forge-frames
// wall: frames
// mechanism: takes fewer than no children away
// expected: killed: protocol
lab.open()
lab.ops(['sr', 1, 2, -1])
return lab.answers()
