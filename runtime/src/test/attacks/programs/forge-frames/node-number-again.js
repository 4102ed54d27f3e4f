// id: node-number-again
// class: forge-frames
// wall: frames
// mechanism: makes a node under the id of another, so that a tap means something else
// expected: killed: protocol
lab.open()
lab.ops(['c', 2, 'e', 'button'])
return lab.answers()
