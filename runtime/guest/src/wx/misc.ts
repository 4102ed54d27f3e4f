import type { Faults } from '../base/faults'
import components from '../components.json'
import { later, type Table } from './convention'

const COMPONENTS = new Set(components.supported)
const OPEN_TYPES = new Set([
  'getPhoneNumber',
  'getUserInfo',
  'chooseAvatar',
  'agreePrivacyAuthorization',
  'openSetting',
])

/** @param supports whether `wx` has an API that works */
export function miscApis(faults: Faults, supports: (name: string) => boolean): Table {
  return {
    canIUse: { how: 'sync', run: (schema: unknown) => canIUse(String(schema), supports) },
    // there is no session key that could have gone stale
    checkSession: { how: 'local', run: () => ({ ok: true }) },
    nextTick: { how: 'sync', run: (callback: () => void) => later(() => faults.guard(callback)) },
    getUpdateManager: { how: 'sync', run: () => updateManager(faults) },
  }
}

/** WeChat's schema: `api.kind.option…` or `component.attribute.option`. */
function canIUse(schema: string, supports: (name: string) => boolean): boolean {
  const [name = '', attribute, option] = schema.split('.')
  if (!COMPONENTS.has(name)) return supports(name)
  return name !== 'button' || attribute !== 'open-type' || option === undefined || OPEN_TYPES.has(option)
}

// a program is updated by the host before it starts, never under its feet
function updateManager(faults: Faults): object {
  return {
    onCheckForUpdate: (listener: (result: object) => void) =>
      later(() => faults.guard(() => listener({ hasUpdate: false }))),
    onUpdateReady: () => {},
    onUpdateFailed: () => {},
    applyUpdate: () => {},
  }
}
