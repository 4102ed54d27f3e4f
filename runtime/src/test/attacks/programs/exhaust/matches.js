// id: matches
// class: exhaust
// wall: heap
// mechanism: a global match collects all places of a long text
// expected: killed: memory or RangeError
return 'ab'.repeat(1.2e7).match(/a/g).length
