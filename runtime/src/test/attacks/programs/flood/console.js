// id: console
// class: flood
// wall: limits
// mechanism: the console is filled so that what comes then is kept beside it
// expected: nothing
for (let i = 0; i < 600; i++) console.log('x'.repeat(3900))
console.log('LOOT')
