// id: host-header
// class: network
// wall: network
// mechanism: the header that names the server names another one behind the same address
// expected: nothing
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example/', header: { Host: 'evil.example' }, success, fail }))
return data.headers.host
