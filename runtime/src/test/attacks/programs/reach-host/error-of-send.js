// id: error-of-send
// class: reach-host
// wall: errors
// mechanism: the port throws a Java exception when it gets no text, whose message names classes
// expected: nothing
try {
  lab.port().send({}, {})
} catch (error) {
  return error.message
}
