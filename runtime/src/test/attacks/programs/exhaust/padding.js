// id: padding
// class: exhaust
// wall: heap
// mechanism: a text is padded to more characters than the heap has room for
// expected: killed: memory or RangeError
return 'x'.padEnd(100e6, 'y\u20ac').length
