const api = require('./utils/api')

App({
  globalData: {
    table: '',
    lastOrder: null,
  },

  onLaunch() {
    // Signing in early hides its time behind the menu; an order signs in again if this one failed.
    api.signIn().catch((error) => console.warn(error.message))
  },
})
