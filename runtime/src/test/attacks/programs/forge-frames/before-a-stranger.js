// id: before-a-stranger
// class: forge-frames
// wall: frames
// mechanism: puts a node before one that is not there, where an index is less than nothing
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 'e', 'view'], ['c', 4, 'e', 'view'], ['b', 2, 3, 4])
return lab.answers()
