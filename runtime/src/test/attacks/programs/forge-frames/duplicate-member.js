// id: duplicate-member
// class: forge-frames
// wall: frames
// mechanism: sends a member twice, of which the check and the use may take different ones
// expected: killed: protocol
lab.frame('c', '{"id": 9001, "api": "getSetting", "api": "login", "args": {}}')
return lab.answers()
