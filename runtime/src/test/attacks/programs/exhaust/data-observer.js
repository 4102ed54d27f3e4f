// id: data-observer
// class: exhaust
// wall: deadline
// mechanism: a listener of storage or page data that starts what it listens to
// expected: killed: turn
const again = () => lab.page.setData({ status: 'x' }, again)
lab.page.setData({ status: 'x' }, again)
for (;;) await 0
