// id: tag-of-template
// class: exhaust
// wall: deadline
// mechanism: a replacement callback that is called for each of very many matches
// expected: killed: turn
for (;;) 'a'.repeat(100000).replace(/a/g, () => 'b')
