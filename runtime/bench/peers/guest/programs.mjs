/** The programs that are opened: of each there is a `<name>.json` in the folder of programs, as a worker loads it. */
export const PROGRAMS = ['small', 'food-order', 'heavy']

/** The file beside them with what the programs' back end answers. */
export const BACK_END = 'back-end.json'
