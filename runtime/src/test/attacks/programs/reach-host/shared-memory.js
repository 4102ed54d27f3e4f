// id: shared-memory
// class: reach-host
// wall: language
// mechanism: memory that threads share is a clock as fine as one likes, and can be waited on
// expected: nothing
const shared = lab.reachable().find((thing) => thing.name === 'SharedArrayBuffer')
if (shared) return new shared(8).byteLength
