// id: host-language
// class: reach-host
// wall: language
// mechanism: numbers and dates are written in the language of the host
// expected: nothing
const { locale } = new Intl.NumberFormat().resolvedOptions()
if (locale !== 'zh-CN') return locale
