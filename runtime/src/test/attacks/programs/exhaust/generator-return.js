// id: generator-return
// class: exhaust
// wall: deadline
// mechanism: a generator that does not obey return
// expected: killed: turn
function* stubborn() {
  for (;;) try { yield } finally { continue }
}
const it = stubborn()
it.next()
for (;;) it.return()
