// id: broken-text
// class: forge-frames
// wall: frames
// mechanism: sends bytes that are no UTF-8, which two decoders read differently
// expected: killed: protocol
lab.bytes('00000007' + '67' + '00000001' + 'c080')
return lab.answers()
