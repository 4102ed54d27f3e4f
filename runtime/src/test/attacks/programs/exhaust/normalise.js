// id: normalise
// class: exhaust
// wall: deadline
// mechanism: long texts are brought into another Unicode form
// expected: killed: turn
for (;;) ('\u1e9b\u0323'.repeat(200000)).normalize('NFKD')
