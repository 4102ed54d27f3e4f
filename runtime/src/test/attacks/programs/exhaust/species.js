// id: species
// class: exhaust
// wall: deadline
// mechanism: an array method asks its species for a new array, which takes for ever
// expected: killed: turn
class Slow extends Array {
  static get [Symbol.species]() { for (;;); }
}
return new Slow(1, 2).map((x) => x)
