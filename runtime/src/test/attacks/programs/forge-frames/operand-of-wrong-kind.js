// id: operand-of-wrong-kind
// class: forge-frames
// wall: frames
// mechanism: gives an operation a text where it needs a node
// expected: killed: protocol
lab.open()
lab.ops(['a', '1', {}])
return lab.answers()
