// id: collation
// class: exhaust
// wall: deadline
// mechanism: long texts that differ at their end are compared by language
// expected: killed: turn
for (const long = 'a'.repeat(1000000); ; ) (long + 'b').localeCompare(long + 'c')
