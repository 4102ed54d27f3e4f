// id: deep-json
// class: forge-frames
// wall: frames
// mechanism: sends JSON that is nested too deep for a parser that recurses
// expected: killed: protocol
lab.frame('g', '{"a":' + '['.repeat(100000) + ']'.repeat(100000) + '}')
return lab.answers()
