// id: calls-without-answers
// class: forge-frames
// wall: frames
// mechanism: has more calls under way than the host wants to remember
// expected: killed: protocol
for (let id = 9000; id < 9400; id++) lab.frame('c', { id, api: 'showModal', args: { title: 'x', content: 'y' } })
return lab.answers()
