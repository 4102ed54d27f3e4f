import type { Console } from '../base/console'
import type { Faults } from '../base/faults'
import type { LaunchOptions } from '../program/app'
import type { Program } from '../program/program'
import type { Router } from '../program/router'
import type { Storage } from '../program/storage'
import type { Convention, Table } from './convention'
import { type Device, deviceApis } from './device'
import { hostApis } from './host'
import { miscApis } from './misc'
import { navigationApis } from './navigation'
import { requestApis } from './request'
import { storageApis } from './storage'
import { addUnsupported } from './unsupported'

export interface Parts {
  program: Program
  router: Router
  storage: Storage
  device: Device
  launch: LaunchOptions
  faults: Faults
  console: Console
  convention: Convention
}

/** The program's `wx`. */
export function makeWx(parts: Parts): object {
  const table = apis(parts)
  const wx: Record<string, unknown> = { env: { USER_DATA_PATH: 'wxfile://usr' } }
  for (const [name, entry] of Object.entries(table)) wx[name] = parts.convention.method(name, entry)
  addUnsupported(wx, parts.convention, parts.console)
  return wx
}

/** Every API that works, and what it is. */
function apis({ program, router, storage, device, launch, faults, convention }: Parts): Table {
  const table: Table = {
    ...hostApis,
    ...storageApis(storage),
    ...navigationApis(router, faults),
    ...deviceApis(device, program, launch),
    ...requestApis(convention),
    ...miscApis(faults, (name) => Object.hasOwn(table, name)),
  }
  return table
}
