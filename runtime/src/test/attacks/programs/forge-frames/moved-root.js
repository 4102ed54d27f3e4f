// id: moved-root
// class: forge-frames
// wall: frames
// mechanism: hangs the root below something else, so that nothing is shown and all counts as shown
// expected: killed: protocol
lab.open()
lab.ops(['c', 3, 'e', 'view'], ['a', 3, 1])
return lab.answers()
