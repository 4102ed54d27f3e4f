// id: throwable-stack
// class: reach-host
// wall: language
// mechanism: an error that crossed the worker carries frames of Java
// expected: nothing
const errors = []
for (const misuse of [() => null.x, () => lab.port().send(Symbol('x')), () => lab.port().evaluate('none.js'), () => new Array(-1), () => BigInt('x')]) {
  try {
    misuse()
  } catch (error) {
    errors.push(String(error.stack), String(error.cause), Object.prototype.toString.call(error))
  }
}
if (typeof java === 'object') {
  try {
    java.nio.file.Path.of('\0')
  } catch (error) {
    errors.push(String(error) + (error.getStackTrace ? error.getStackTrace()[0] : ''))
  }
}
const found = /\b(java|jdk|sun|com\.oracle|org\.graalvm|dev\.cloakroom)\./.exec(errors.join())
if (found) return errors.join()
