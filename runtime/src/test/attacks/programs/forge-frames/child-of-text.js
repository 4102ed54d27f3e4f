// id: child-of-text
// class: forge-frames
// wall: frames
// mechanism: hangs an element on a text, which nobody checks who walks texts
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 't', 'x'], ['a', 2, 3], ['c', 4, 'e', 'button'], ['a', 3, 4])
return lab.answers()
