// id: pages
// class: flood
// wall: limits
// mechanism: pages, none of which is ever closed
// expected: killed: limit pages
for (let page = 900; page < 1000; page++) lab.frame('p', { op: 'open', page, path: 'pages/lab/lab' })
return lab.answers()
