// id: nodes
// class: flood
// wall: limits
// mechanism: nodes of one page
// expected: killed: limit nodes
lab.open()
for (let n = 0; n < 60; n++) lab.ops(...Array.from({ length: 1000 }, (_, i) => ['c', 3 + n * 1000 + i, 'e', 'view']))
return lab.answers()
