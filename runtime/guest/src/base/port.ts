/** The four functions that the worker gives to the guest library. Nothing else of the host is reachable. */
export interface Port {
  /** Writes one frame; `json` is one JSON object. */
  send(kind: string, json: string): void
  /** Has `Session.fire(timer)` called after that many milliseconds. */
  schedule(timer: number, milliseconds: number): void
  cancel(timer: number): void
  /** Evaluates a file of the program, or `templates`: the value of its code. Throws what the code throws. */
  evaluate(path: string): unknown
}
