// id: error-of-schedule
// class: reach-host
// wall: errors
// mechanism: a timer whose number is none makes the worker convert it
// expected: nothing
try {
  lab.port().schedule('x', {})
} catch (error) {
  return error.message
}
