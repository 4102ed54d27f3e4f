// id: large-frame
// class: forge-frames
// wall: frames
// mechanism: sends one frame of more bytes than a frame may have
// expected: killed: protocol
lab.port().send('LOG', JSON.stringify({ level: 'log', text: 'x'.repeat(17 << 20), at: '' }))
return lab.answers()
