// id: date-formatting
// class: exhaust
// wall: deadline
// mechanism: a library that the engine brings along makes calendars: its code knows nothing of the engine
// expected: killed: turn
for (let i = 0; ; i++) new Date(i * 1e9).toLocaleString('zh-CN', { dateStyle: 'full', timeStyle: 'short' })
