// id: other-port
// class: network
// wall: network
// mechanism: another port of a declared host is another service
// expected: refused
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example:8443/', success, fail }))
return data.url
