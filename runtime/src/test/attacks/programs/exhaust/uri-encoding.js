// id: uri-encoding
// class: exhaust
// wall: deadline
// mechanism: long texts are encoded for addresses and back
// expected: killed: turn
for (;;) decodeURIComponent(encodeURIComponent('\u20ac'.repeat(300000)))
