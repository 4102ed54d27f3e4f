// id: loopback
// class: reach-host
// wall: bridge
// mechanism: a request goes to a service of the host itself
// expected: refused
return new Promise((success, fail) => wx.request({ url: 'http://127.0.0.1:1/', success, fail: (error) => (error.errno === 600002 ? fail(error) : success('the host would have sent it')) }))
