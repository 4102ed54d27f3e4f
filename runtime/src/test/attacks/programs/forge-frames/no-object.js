// id: no-object
// class: forge-frames
// wall: frames
// mechanism: sends JSON that is no object
// expected: killed: protocol
lab.frame('g', '[1, 2]')
return lab.answers()
