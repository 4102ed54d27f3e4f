// id: other-language
// class: reach-host
// wall: language
// mechanism: code of another language, or of this one in another realm, run by the engine
// expected: nothing
if (typeof Polyglot !== 'undefined') return Polyglot.eval('js', '6 * 7')
