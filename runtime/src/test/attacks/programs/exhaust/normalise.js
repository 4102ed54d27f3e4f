// id: normalise
// class: exhaust
// wall: deadline
// mechanism: one change of Unicode form that is quadratic: each of many accents moves before all others
// expected: killed: turn
return ('a' + '\u0301'.repeat(2e6) + '\u0327'.repeat(2e6)).normalize('NFD').length
