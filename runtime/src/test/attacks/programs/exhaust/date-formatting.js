// id: date-formatting
// class: exhaust
// wall: deadline
// mechanism: formatting of dates makes calendars and never stops
// expected: killed: turn
for (let i = 0; ; i++) new Date(i * 1e9).toLocaleString('zh-CN', { dateStyle: 'full', timeStyle: 'short' })
