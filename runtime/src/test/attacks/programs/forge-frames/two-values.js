// id: two-values
// class: forge-frames
// wall: frames
// mechanism: sends a second JSON value behind the first
// expected: killed: protocol
lab.frame('g', '{"level": "log", "text": "x"} {"level": "log"}')
return lab.answers()
