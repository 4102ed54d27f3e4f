// id: compiled
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: answers as a compiler, in the hope that the host believes the code
// expected: killed: protocol
lab.raw('w', { files: {}, templates: '({})', problems: [] })
return lab.answers()
