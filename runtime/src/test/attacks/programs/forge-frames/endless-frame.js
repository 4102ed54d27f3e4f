// id: endless-frame
// class: forge-frames
// wall: frames
// mechanism: announces a frame of two thousand million bytes
// expected: killed: protocol
lab.bytes('7fffffff')
return lab.answers()
