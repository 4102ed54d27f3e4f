// id: turn-without-number
// class: forge-frames
// wall: frames
// mechanism: ends a turn without saying which
// expected: killed: protocol
lab.frame('d', {})
return lab.answers()
