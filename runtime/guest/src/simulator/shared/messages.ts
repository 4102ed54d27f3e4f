/** Members of the messages in docs/simulator-protocol.md that both documents of the simulator speak of. */
export type Operation = readonly [name: string, ...operands: unknown[]]

/** The number of what a page shows before its program runs: to be looked at, until the first page shows. */
export const INITIAL = 0

export interface PageWindow {
  title?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  backgroundColor?: string
  disableScroll?: boolean
  [key: string]: unknown
}

export interface PageMessage {
  t: 'page'
  op: 'open' | 'show' | 'close'
  page: number
  path?: string
  window?: PageWindow
}

export interface OpsMessage {
  t: 'ops'
  page: number
  ops: readonly Operation[]
}

/** What a placeholder looks like on this user's screen; an empty value where there is none. */
export interface Painting {
  t: 'painting'
  placeholder: string
  value: string
}

/** Asks where nodes are: for each its id, and the styles to tell. */
export interface MeasureMessage {
  t: 'measure'
  question: number
  page: number
  nodes: readonly (readonly [node: number, ...styles: string[]])[]
}

/** In CSS pixels of the page's window. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
  scrollLeft: number
  scrollTop: number
  scrollWidth: number
  scrollHeight: number
  styles: readonly string[]
}

export type ToFrame =
  | PageMessage
  | OpsMessage
  | { t: 'resource'; path: string; blob: Blob | null }
  | { t: 'size'; width: number; height: number }
  | Painting
  | MeasureMessage

export type InputPhase = 'focus' | 'input' | 'blur' | 'confirm'

export type FromFrame =
  | { t: 'tap'; page: number; node: number }
  | { t: 'input'; page: number; node: number; value: string; phase: InputPhase }
  | { t: 'scroll'; page: number; node: number; left: number; top: number }
  | { t: 'measured'; question: number; boxes: readonly (Box | null)[] }
  | { t: 'need'; path: string }
  | { t: 'paint'; placeholder: string }
  | { t: 'painted'; page: number; sequence: number }
