// id: call-of-nobody
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: calls a host API for no session
// expected: killed: protocol
lab.raw('c', { id: 1, api: 'login', args: {} }, '00000000')
return lab.answers()
