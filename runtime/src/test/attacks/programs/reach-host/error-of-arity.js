// id: error-of-arity
// class: reach-host
// wall: errors
// mechanism: a function of the worker called without arguments reads beyond its array
// expected: nothing
try {
  lab.port().cancel()
} catch (error) {
  return error.message
}
