// id: metadata-by-number
// class: reach-host
// wall: bridge
// mechanism: an address written as one number slips past a list of names
// expected: refused
return new Promise((success, fail) => wx.request({ url: 'http://2852039166/latest', success, fail: (error) => (error.errno === 600002 ? fail(error) : success('the host would have sent it')) }))
