// id: too-many-pages
// class: forge-frames
// wall: frames
// mechanism: opens pages until the host has no room
// expected: killed: protocol
for (let page = 900; page < 1000; page++) lab.frame('p', { op: 'open', page, path: 'pages/lab/lab' })
return lab.answers()
