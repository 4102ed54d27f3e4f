// id: host-kind
// class: forge-frames
// wall: frames
// mechanism: sends a frame of a kind that only the host may send
// expected: killed: protocol
lab.frame('E', {})
return lab.answers()
