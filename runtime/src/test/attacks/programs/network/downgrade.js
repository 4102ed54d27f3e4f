// id: downgrade
// class: network
// wall: network
// mechanism: a declared host without TLS, which anybody on the way may be
// expected: refused
const { data } = await new Promise((success, fail) => wx.request({ url: 'http://declared.example/', success, fail }))
return data.url
