// id: no-kind
// class: forge-frames
// wall: frames
// mechanism: sends a frame of no kind at all
// expected: killed: protocol
lab.frame('?', {})
return lab.answers()
