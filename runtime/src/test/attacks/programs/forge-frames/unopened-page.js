// id: unopened-page
// class: forge-frames
// wall: frames
// mechanism: shows a page that was never opened
// expected: killed: protocol
lab.frame('p', { op: 'show', page: 4711 })
return lab.answers()
