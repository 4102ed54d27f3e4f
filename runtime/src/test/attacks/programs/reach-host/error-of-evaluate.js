// id: error-of-evaluate
// class: reach-host
// wall: errors
// mechanism: a file that the program does not have is asked of the worker itself
// expected: nothing
try {
  lab.port().evaluate('../../etc/passwd')
} catch (error) {
  return error.message
}
