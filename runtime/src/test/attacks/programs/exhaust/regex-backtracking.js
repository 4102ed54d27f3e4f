// id: regex-backtracking
// class: exhaust
// wall: deadline
// mechanism: a regular expression that tries all ways to split a text
// expected: killed: turn
return /^(a+)+$/.test('a'.repeat(60) + '!')
