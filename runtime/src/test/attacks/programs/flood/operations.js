// id: operations
// class: flood
// wall: limits
// mechanism: operations that change a node back and forth
// expected: killed: limit operationsPerSecond
const ops = Array.from({ length: 20000 }, (_, i) => ['st', 2, `top:${i}px`])
lab.open()
for (let i = 0; i < 30; i++) lab.ops(...ops)
return lab.answers()
