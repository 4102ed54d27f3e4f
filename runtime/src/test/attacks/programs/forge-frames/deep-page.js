// id: deep-page
// class: forge-frames
// wall: frames
// mechanism: nests nodes deeper than a recursive walk of the host can go
// expected: killed: protocol
lab.open()
const ops = []
for (let i = 3; i < 1500; i++) ops.push(['c', i, 'e', 'view'], ['a', i - 1, i])
lab.frame('o', { page: 900, ops })
return lab.answers()
