// id: json-reviver
// class: exhaust
// wall: deadline
// mechanism: a reviver that never has enough of a text
// expected: killed: turn
JSON.parse('[1]', function again(key, value) { for (;;) if (Array.isArray(value)) value.length; })
