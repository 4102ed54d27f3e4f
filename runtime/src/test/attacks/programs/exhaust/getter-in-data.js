// id: getter-in-data
// class: exhaust
// wall: deadline
// mechanism: setData copies an object whose getter does not come back
// expected: killed: turn
lab.page.setData({ status: { get text() { for (;;); } } })
