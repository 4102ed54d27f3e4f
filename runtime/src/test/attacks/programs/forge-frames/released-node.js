// id: released-node
// class: forge-frames
// wall: frames
// mechanism: goes on with a node that was given back
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 'e', 'view'], ['z', 3], ['A', 3, 'id', 'x'])
return lab.answers()
