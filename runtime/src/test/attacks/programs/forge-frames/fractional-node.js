// id: fractional-node
// class: forge-frames
// wall: frames
// mechanism: gives an operation a number that two readers round differently
// expected: killed: protocol
lab.open()
lab.ops(['a', 1, 4294967298])
return lab.answers()
