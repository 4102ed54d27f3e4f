// id: waiting-jobs
// class: exhaust
// wall: heap
// mechanism: jobs of promises that wait for a turn to end which goes on
// expected: killed: memory or RangeError
for (let i = 0; i < 1.5e6; i++) Promise.resolve(i).then((value) => value)
return 'all wait'
