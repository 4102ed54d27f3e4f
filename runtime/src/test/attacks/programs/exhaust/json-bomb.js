// id: json-bomb
// class: exhaust
// wall: heap
// mechanism: a short JSON text becomes a large tree
// expected: killed: memory or RangeError or killed: turn
const tree = JSON.parse('[' + '[],'.repeat(4000000) + '0]')
return tree.length
