// id: long-name
// class: forge-frames
// wall: frames
// mechanism: gives an event a name of a million characters, which every listener keeps
// expected: killed: protocol
lab.open()
lab.ops(['l', 2, 'x'.repeat(1 << 20), 1])
return lab.answers()
