// id: header-name
// class: network
// wall: network
// mechanism: a header whose name brings a whole line with it
// expected: nothing
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example/', header: { 'x-a: b\r\nx-evil': '1' }, success, fail }))
if (/evil/.test(JSON.stringify(data.headers))) return Object.keys(data.headers)
