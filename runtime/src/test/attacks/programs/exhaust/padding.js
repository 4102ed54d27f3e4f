// id: padding
// class: exhaust
// wall: heap
// mechanism: a text is padded to hundreds of millions of characters
// expected: killed: memory or RangeError or killed: turn
return 'x'.padEnd(400e6, 'y\u20ac').length
