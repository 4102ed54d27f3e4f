// id: negative-length
// class: forge-frames
// wall: frames
// mechanism: announces a frame of less than no bytes
// expected: killed: protocol
lab.bytes('ffffffff')
return lab.answers()
