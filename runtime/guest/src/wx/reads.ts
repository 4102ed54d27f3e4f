import { later } from './convention'

/** A member that a program looked for in a reply and did not find; `*` in the path is any entry of an array. */
export interface Read {
  method: string
  url: string
  path: string[]
  key: string
}

type Place = Omit<Read, 'key'>

const INDEX = /^\d+$/

/** What the engine looks for by itself. */
const NOT_READ = new Set(['toJSON', 'then'])

/** Hands over the data of replies so that the host learns what the program misses in it. For `cloakroom check`. */
export class Reads {
  private readonly places = new WeakMap<object, Place>()
  private readonly watched = new WeakMap<object, object>()
  private readonly told = new Set<string>()
  private waiting: Read[] = []

  /** @param tell is given what was missed in one turn */
  constructor(private readonly tell: (reads: Read[]) => void) {}

  /** The data of a reply; what it holds stays what it is to all that looks at it but `===`. */
  watch({ method, url }: { method: string; url: string }, data: unknown): unknown {
    this.place(data, { method, url, path: [] })
    return this.wrap(data)
  }

  private place(value: unknown, at: Place): void {
    if (typeof value !== 'object' || value === null) return
    this.places.set(value, at)
    for (const [key, part] of Object.entries(value)) {
      this.place(part, { ...at, path: [...at.path, Array.isArray(value) ? '*' : key] })
    }
  }

  // what the program itself put in is none of the reply
  private wrap(value: unknown): unknown {
    const at = typeof value === 'object' && value !== null ? this.places.get(value) : undefined
    if (!at) return value
    const target = value as object
    const known = this.watched.get(target) ?? new Proxy(target, { get: (_, key) => this.get(target, at, key) })
    this.watched.set(target, known)
    return known
  }

  private get(target: object, at: Place, key: string | symbol): unknown {
    if (typeof key === 'string' && !(key in target)) this.miss(target, at, key)
    return this.wrap(Reflect.get(target, key))
  }

  private miss(target: object, at: Place, key: string): void {
    const beyond = Array.isArray(target) && INDEX.test(key)
    const read = { ...at, key }
    const name = JSON.stringify(read)
    if (beyond || NOT_READ.has(key) || this.told.has(name)) return
    this.told.add(name)
    if (this.waiting.length === 0) later(() => this.flush())
    this.waiting.push(read)
  }

  private flush(): void {
    const reads = this.waiting
    this.waiting = []
    this.tell(reads)
  }
}
