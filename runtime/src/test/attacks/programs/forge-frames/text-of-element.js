// id: text-of-element
// class: forge-frames
// wall: frames
// mechanism: sets the text of an element, which a reader shows in place of what is below
// expected: killed: protocol
lab.open()
lab.ops(['T', 2, 'x'])
return lab.answers()
