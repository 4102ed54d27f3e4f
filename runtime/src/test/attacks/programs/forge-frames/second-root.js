// id: second-root
// class: forge-frames
// wall: frames
// mechanism: plants a second root, below which nodes count as shown and nobody sees them
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 'root', 'page'])
return lab.answers()
