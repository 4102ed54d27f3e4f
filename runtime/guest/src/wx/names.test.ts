import { describe, expect, it } from 'vitest'
import { names } from '../../target/generated/names'

describe('names', () => {
  it('has what the typings declare', () => {
    expect(names).toMatchObject({
      getLocation: 'async',
      uploadFile: 'async',
      getBatteryInfoSync: 'sync',
      createSelectorQuery: 'sync',
      onNetworkStatusChange: 'listener',
      'cloud.callFunction': 'async',
      'cloud.database': 'sync',
    })
  })
  it('has nothing that they do not', () => {
    expect(Object.keys(names).filter((name) => /^(then|constructor|toString|errMsg|success)$/.test(name))).toEqual([])
  })
})
