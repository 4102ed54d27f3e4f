// id: trace-method
// class: network
// wall: network
// mechanism: a method by which a server sends back what a proxy added
// expected: refused
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example/', method: 'TRACE', success, fail }))
return data.method
