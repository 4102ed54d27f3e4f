// id: unknown-operation
// class: forge-frames
// wall: frames
// mechanism: sends an operation that the host does not know
// expected: killed: protocol
lab.open()
lab.ops(['html', 2, '<b>'])
return lab.answers()
