// id: data-of-dag
// class: exhaust
// wall: heap
// mechanism: setData copies what is shared as often as it is named: 2^22 times
// expected: killed: memory or RangeError
let shared = ['x']
for (let i = 0; i < 22; i++) shared = [shared, shared]
lab.page.setData({ unused: shared })
return 'the page took it'
