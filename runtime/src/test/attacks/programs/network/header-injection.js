// id: header-injection
// class: network
// wall: network
// mechanism: a line break in a header begins another header, or another request
// expected: nothing
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example/', header: { 'x-a': 'b\r\nx-evil: 1' }, success, fail }))
if (/evil/.test(JSON.stringify(data.headers))) return data.headers['x-a']
