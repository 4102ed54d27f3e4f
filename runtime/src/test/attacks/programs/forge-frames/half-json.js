// id: half-json
// class: forge-frames
// wall: frames
// mechanism: sends JSON that ends early
// expected: killed: protocol
lab.frame('g', '{"text": "')
return lab.answers()
