const ask = (path, data) =>
  new Promise((resolve, reject) => {
    wx.request({
      url: `https://api.example.com${path}`,
      data,
      success: ({ data: body }) => (body.errno === 0 ? resolve(body.data) : reject(new Error(`refused: ${body.errno}`))),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })

module.exports = { ask }
