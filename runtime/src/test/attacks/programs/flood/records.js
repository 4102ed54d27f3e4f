// id: records
// class: flood
// wall: limits
// mechanism: calls that each leave a record behind for ever
// expected: refused
let code
for (let i = 0; i < 100; i++) code = await new Promise((success, fail) => wx.login({ success, fail }))
return code.code
