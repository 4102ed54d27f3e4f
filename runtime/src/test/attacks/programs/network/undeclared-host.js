// id: undeclared-host
// class: network
// wall: network
// mechanism: a request goes to a host that the manifest does not declare
// expected: refused
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://evil.example/', success, fail }))
return data.url
