// id: regex-references
// class: exhaust
// wall: deadline
// mechanism: back references keep the matcher from its linear way
// expected: killed: turn
return /^(a*)*\1(a*)*\2b$/.test('a'.repeat(5000))
