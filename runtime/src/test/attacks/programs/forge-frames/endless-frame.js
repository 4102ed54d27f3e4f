// id: endless-frame
// class: forge-frames
// wall: deadline
// worker: taken over
// mechanism: announces a long frame and never ends it, so that the host reads for ever
// expected: killed: turn
lab.bytes('00ffffff' + lab.hex('g') + lab.OWN)
for (;;) await 0
