// id: large-frame
// class: forge-frames
// wall: frames
// mechanism: sends one frame of more bytes than a frame may have
// expected: killed: protocol
lab.frame('g', { level: 'log', text: 'x'.repeat(17 << 20), at: '' })
return lab.answers()
