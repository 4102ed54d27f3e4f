// id: host-members
// class: reach-host
// wall: language
// mechanism: an object of the worker has members of its Java class
// expected: nothing
const names = ['getClass', 'class', 'hashCode', 'notify', 'apply_', 'getMember']
const reached = lab.reachable().filter((thing) => typeof thing.getClass === 'function' || Object.prototype.toString.call(thing) === '[object JavaObject]')
const packages = typeof java === 'object' ? [java.lang] : []
if (reached.length + packages.length) return [...reached, ...packages].map(String)
