/** Code that does not stop by itself. */
export const RUNAWAYS = {
  loop: 'for (;;);',
  map: 'for (;;) new Array(500).fill(7).map((x) => x)',
}

/** When a guest is told to stop, in milliseconds from its start. */
export const DEADLINE = 1_000

/** How long after the deadline it counts as not stopped, in milliseconds. */
export const PATIENCE = 5_000

/** @param began when the guest began, which is over by now */
export const gone = (name, began) => [{ ...goneFigure(name), value: performance.now() - began - DEADLINE }]

export const goneFigure = (name) => ({ figure: `gone after the deadline, ${name}`, unit: 'ms' })
