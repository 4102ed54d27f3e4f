import { copy } from '../base/json'
import type { LaunchOptions } from '../program/app'
import type { Program } from '../program/program'
import type { Screen } from '../view/page-context'
import type { Table } from './convention'

export type Device = Screen & Record<string, unknown>

/** What every program is told about the machine when the host says nothing: one profile, the same for all users. */
const CANNED: Device = {
  brand: 'devtools',
  model: 'phone',
  system: 'Android 14',
  platform: 'android',
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.4.0',
  theme: 'light',
  fontSizeSetting: 16,
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  windowWidth: 375,
  windowHeight: 603,
  statusBarHeight: 20,
  screenTop: 64,
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
  deviceOrientation: 'portrait',
  benchmarkLevel: 20,
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
}

const WINDOW = [
  'pixelRatio',
  'screenWidth',
  'screenHeight',
  'windowWidth',
  'windowHeight',
  'statusBarHeight',
  'safeArea',
  'screenTop',
]
const DEVICE = ['brand', 'model', 'system', 'platform', 'benchmarkLevel']
const APP = ['SDKVersion', 'language', 'version', 'theme', 'fontSizeSetting']
const SETTINGS = ['bluetoothEnabled', 'locationEnabled', 'wifiEnabled', 'deviceOrientation']
const MENU_BUTTON = { left: 278, right: 365, top: 24, bottom: 56, width: 87, height: 32 }

export function deviceOf(given: Record<string, unknown>): Device {
  return { ...CANNED, ...given }
}

// every answer is a copy: the program may change what it is given
export function deviceApis(device: Device, program: Program, launch: LaunchOptions): Table {
  const all = () => pick(device, Object.keys(device))
  const account = { miniProgram: { appId: program.appId, envVersion: 'release', version: '' } }
  return {
    getSystemInfo: { how: 'local', run: () => ({ ok: true, value: all() }) },
    getSystemInfoAsync: { how: 'local', run: () => ({ ok: true, value: all() }) },
    getSystemInfoSync: { how: 'sync', run: all },
    getWindowInfo: { how: 'sync', run: () => pick(device, WINDOW) },
    getDeviceInfo: { how: 'sync', run: () => pick(device, DEVICE) },
    getAppBaseInfo: { how: 'sync', run: () => pick(device, APP) },
    getSystemSetting: { how: 'sync', run: () => pick(device, SETTINGS) },
    getMenuButtonBoundingClientRect: { how: 'sync', run: () => ({ ...MENU_BUTTON }) },
    getAccountInfoSync: { how: 'sync', run: () => copy(account) },
    getLaunchOptionsSync: { how: 'sync', run: () => copy(launch) },
    getEnterOptionsSync: { how: 'sync', run: () => copy(launch) },
  }
}

function pick(device: Device, keys: string[]): object {
  return copy(Object.fromEntries(keys.filter((key) => key in device).map((key) => [key, device[key]])))
}
