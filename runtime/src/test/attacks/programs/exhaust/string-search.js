// id: string-search
// class: exhaust
// wall: deadline
// mechanism: a search through a text that is made anew each time
// expected: killed: turn
for (;;) 'x'.repeat(1e6).indexOf('y')
