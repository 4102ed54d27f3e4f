// id: node-in-itself
// class: forge-frames
// wall: frames
// mechanism: puts a node into its own child, so that a walk of the tree does not end
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 'e', 'view'], ['a', 2, 3], ['a', 3, 2])
return lab.answers()
