// id: heavy-calls
// class: flood
// wall: limits
// mechanism: a few host calls with much in them that the outside world does not answer
// expected: killed: limit callCharacters
const data = 'x'.repeat(4 << 20)
for (let i = 0; i < 20; i++) wx.request({ url: 'https://declared.example/never', method: 'POST', data })
return lab.answers()
