// id: unknown-storage-operation
// class: forge-frames
// wall: frames
// mechanism: does to its storage what cannot be done
// expected: killed: protocol
lab.frame('s', { op: 'read', key: '../victim/secret' })
return lab.answers()
