// id: undeclared-host
// class: reach-host
// wall: bridge
// mechanism: a request goes to a host that the manifest does not declare
// expected: refused
const answer = await new Promise((success, fail) => wx.request({ url: 'https://evil.example/', success, fail: (error) => (error.errno === 600002 ? fail(error) : success('the host would have sent it')) }))
return answer
