// id: host-time-zone
// class: reach-host
// wall: language
// mechanism: the default time zone tells where the host is
// expected: nothing
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
if (timeZone !== 'Asia/Shanghai') return timeZone
