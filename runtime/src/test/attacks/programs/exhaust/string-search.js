// id: string-search
// class: exhaust
// wall: deadline
// mechanism: one search that is quadratic: nearly every place of the text matches nearly to the end
// expected: killed: turn
return 'a'.repeat(3e6).indexOf('a'.repeat(1.5e6) + 'b')
