// id: downgrade
// class: reach-host
// wall: bridge
// mechanism: a declared host without TLS, which anybody on the way may be
// expected: refused
return new Promise((success, fail) => wx.request({ url: 'http://declared.example/', success, fail: (error) => (error.errno === 600002 ? fail(error) : success('the host would have sent it')) }))
