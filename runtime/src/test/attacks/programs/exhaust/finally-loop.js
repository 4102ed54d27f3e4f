// id: finally-loop
// class: exhaust
// wall: deadline
// mechanism: finally begins the loop again that break left
// expected: killed: turn
for (;;) { try { break } finally { continue } }
