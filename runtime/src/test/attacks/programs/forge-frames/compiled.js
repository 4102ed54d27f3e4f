// id: compiled
// class: forge-frames
// wall: frames
// mechanism: answers as a compiler, in the hope that the host believes the code
// expected: killed: protocol
lab.frame('w', { files: {}, templates: '({})', problems: [] })
return lab.answers()
