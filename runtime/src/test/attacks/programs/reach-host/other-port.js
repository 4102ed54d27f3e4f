// id: other-port
// class: reach-host
// wall: bridge
// mechanism: another port of a declared host is another service
// expected: refused
return new Promise((success, fail) => wx.request({ url: 'https://declared.example:8443/', success, fail: (error) => (error.errno === 600002 ? fail(error) : success('the host would have sent it')) }))
