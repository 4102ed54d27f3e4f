// id: call-of-nobody
// class: forge-frames
// wall: frames
// mechanism: calls a host API for no session
// expected: killed: protocol
lab.frame('c', { id: 1, api: 'login', args: {} }, 0)
return lab.answers()
