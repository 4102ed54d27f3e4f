// id: user-info
// class: network
// wall: network
// mechanism: the declared host stands where a user name may stand
// expected: refused
const { data } = await new Promise((success, fail) => wx.request({ url: 'https://declared.example@evil.example/', success, fail }))
return data.url
