// id: declared-as-suffix
// class: reach-host
// wall: bridge
// mechanism: a host whose name begins with a declared one is another host
// expected: refused
return new Promise((success, fail) => wx.request({ url: 'https://declared.example.evil.example/', success, fail: (error) => (error.errno === 600002 ? fail(error) : success('the host would have sent it')) }))
