// id: overlong-text
// class: forge-frames
// wall: frames
// worker: taken over
// mechanism: writes a slash in two bytes, which a lenient decoder takes for one
// expected: killed: protocol
lab.bytes('00000007' + lab.hex('g') + lab.OWN + 'c0af')
return lab.answers()
