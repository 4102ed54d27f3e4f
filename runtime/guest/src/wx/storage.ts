import { fail, type Outcome } from '../base/outcome'
import { type Storage, StorageError } from '../program/storage'
import type { Table } from './convention'

export function storageApis(storage: Storage): Table {
  return {
    getStorage: { how: 'local', run: ({ key }) => attempt(() => read(storage, key)) },
    setStorage: { how: 'local', run: ({ key, data }) => attempt(() => done(storage.set(key, data))) },
    removeStorage: { how: 'local', run: ({ key }) => attempt(() => done(storage.remove(key))) },
    clearStorage: { how: 'local', run: () => done(storage.clear()) },
    getStorageInfo: { how: 'local', run: () => ({ ok: true, value: storage.info() }) },
    getStorageSync: { how: 'sync', run: (key: unknown) => orThrow('getStorageSync', () => storage.get(key) ?? '') },
    setStorageSync: {
      how: 'sync',
      run: (key: unknown, data: unknown) => orThrow('setStorageSync', () => storage.set(key, data)),
    },
    removeStorageSync: { how: 'sync', run: (key: unknown) => orThrow('removeStorageSync', () => storage.remove(key)) },
    clearStorageSync: { how: 'sync', run: () => storage.clear() },
    getStorageInfoSync: { how: 'sync', run: () => storage.info() },
  }
}

function read(storage: Storage, key: unknown): Outcome {
  return storage.has(key) ? { ok: true, value: { data: storage.get(key) } } : fail('data not found')
}

function done(_nothing: void): Outcome {
  return { ok: true }
}

function attempt(run: () => Outcome): Outcome {
  try {
    return run()
  } catch (error) {
    if (error instanceof StorageError) return fail(error.message)
    throw error
  }
}

function orThrow<T>(name: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof StorageError) throw new Error(`${name}:fail ${error.message}`)
    throw error
  }
}
