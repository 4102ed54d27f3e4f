// id: heavy-page
// class: forge-frames
// wall: frames
// mechanism: fills nodes with more text than a page may carry
// expected: killed: protocol
lab.open()
for (let i = 0; i < 12; i++) lab.ops(['c', 3 + i, 't', 'x'.repeat(1 << 20)])
return lab.answers()
