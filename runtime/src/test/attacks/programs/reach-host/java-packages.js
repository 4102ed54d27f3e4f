// id: java-packages
// class: reach-host
// wall: language
// mechanism: a name that is a Java package is found through the scope and not as a property
// expected: nothing
if (typeof java !== 'undefined') return java.lang.System.getProperty('java.home')
if (typeof Packages !== 'undefined') return Packages.java.lang.System.getProperty('java.home')
