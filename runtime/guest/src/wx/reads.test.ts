import { describe, expect, it } from 'vitest'
import { type Read, Reads } from './reads'

const reply = { method: 'GET', url: 'https://x.example/a' }

async function missed(data: unknown, look: (data: any) => void): Promise<string[]> {
  const told: Read[] = []
  const reads = new Reads((found) => told.push(...found))
  look(reads.watch(reply, data))
  await Promise.resolve()
  return told.map(({ path, key }) => [...path, key].join('.'))
}

describe('Reads', () => {
  it('tells what was looked for and is not there, once', async () => {
    expect(await missed({ data: {} }, (it) => [it.data.list, it.data.list, it.code])).toEqual(['data.list', 'code'])
  })

  it('calls every entry of an array by one name', async () => {
    const look = (it: any) => it.list.map((entry: any) => entry.name)
    expect(await missed({ list: [{}, {}] }, look)).toEqual(['list.*.name'])
  })

  it('says nothing of what is there, of what the engine looks for, and of entries beyond the last', async () => {
    const look = async (it: any) => [it.list.length, it.list[7], it.list[0].id, JSON.stringify(it), await it]
    expect(await missed({ list: [{ id: 1 }] }, look)).toEqual([])
  })

  it('leaves data what it is', () => {
    const data = { list: [{ id: 1 }], text: 'x' }
    const it = new Reads(() => {}).watch(reply, data) as typeof data
    expect(Array.isArray(it.list)).toBe(true)
    expect(JSON.stringify(it)).toBe(JSON.stringify(data))
    expect({ ...it }).toEqual(data)
    expect([...it.list, 2]).toEqual([{ id: 1 }, 2])
    expect([0].concat(it.list as never)).toHaveLength(2)
    expect(it.list).toBe(it.list)
    expect(structuredCloneable(it)).toEqual(data)
  })

  it('lets the program change it', () => {
    const own = { mine: true }
    const it = new Reads(() => {}).watch(reply, { list: [] }) as Record<string, unknown>
    it.own = own
    expect(it.own).toBe(own)
  })
})

// as a framework copies data: by its keys
function structuredCloneable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCloneable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.keys(value).map((key) => [key, structuredCloneable((value as never)[key])]))
}
