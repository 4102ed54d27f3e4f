// id: declared-as-suffix
// class: network
// wall: network
// mechanism: a host whose name begins with a declared one is another host
// expected: refused
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example.evil.example/', success, fail }))
return data.url
