// id: doubled-text
// class: exhaust
// wall: heap
// mechanism: a text is put behind itself and then made flat
// expected: killed: memory or RangeError or killed: turn
let text = 'abcdefgh\u20ac'
while (text.length < 150e6) text += text
return text.replace('a', 'b').length
