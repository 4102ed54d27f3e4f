// id: used-call-number
// class: forge-frames
// wall: frames
// mechanism: gives a call the number of an earlier one, so that an answer reaches another call
// expected: killed: protocol
await lab.answers()
lab.frame('c', { id: 1, api: 'getSetting', args: {} })
return lab.answers()
