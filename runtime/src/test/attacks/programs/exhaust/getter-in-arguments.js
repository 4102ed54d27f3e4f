// id: getter-in-arguments
// class: exhaust
// wall: deadline
// mechanism: the host call serialises an argument whose getter does not come back
// expected: killed: turn
wx.setNavigationBarTitle({ get title() { for (;;); } })
