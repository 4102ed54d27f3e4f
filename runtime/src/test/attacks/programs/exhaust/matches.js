// id: matches
// class: exhaust
// wall: heap
// mechanism: a global match collects all places of a long text
// expected: killed: memory or RangeError or killed: turn
return 'ab'.repeat(5e6).match(/a/g).length
