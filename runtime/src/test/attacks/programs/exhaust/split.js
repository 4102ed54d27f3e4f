// id: split
// class: exhaust
// wall: heap
// mechanism: a text is split into its characters
// expected: killed: memory or RangeError or killed: turn
return 'ab'.repeat(5e6).split('').length
