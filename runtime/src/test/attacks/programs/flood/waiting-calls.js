// id: waiting-calls
// class: flood
// wall: limits
// mechanism: host calls that the outside world does not answer
// expected: killed: limit callsQueued
for (let i = 0; i < 2000; i++) wx.request({ url: 'https://declared.example/never' })
return lab.answers()
