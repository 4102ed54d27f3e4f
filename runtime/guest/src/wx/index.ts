import type { Console } from '../base/console'
import type { Faults } from '../base/faults'
import type { Timers } from '../base/timers'
import type { LaunchOptions } from '../program/app'
import type { Program } from '../program/program'
import type { Router } from '../program/router'
import type { Storage } from '../program/storage'
import type { Layout } from '../view/layout'
import type { Convention, Table } from './convention'
import { type Device, deviceApis } from './device'
import { hostApis } from './host'
import { LocationUpdates } from './location'
import { miscApis } from './misc'
import { navigationApis } from './navigation'
import { Privacy } from './privacy'
import { requestApis } from './request'
import { queryApis } from './selector-query'
import { storageApis } from './storage'
import { transferApis } from './transfers'
import { addUnsupported } from './unsupported'

export interface Parts {
  program: Program
  router: Router
  storage: Storage
  layout: Layout
  device: Device
  launch: LaunchOptions
  faults: Faults
  console: Console
  convention: Convention
  timers: Timers
}

/** The program's `wx`. */
export function makeWx(parts: Parts): object {
  const privacy = new Privacy(parts.convention, parts.faults)
  const wx: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    cloakroom: { request: privacy.guarded('cloakroomRequest') },
  }
  for (const [name, entry] of Object.entries(apis(parts, privacy))) {
    const guarded = entry.how === 'host' && entry.private
    wx[name] = guarded ? privacy.guarded(name, entry.promises) : parts.convention.method(name, entry)
  }
  addUnsupported(wx, parts.convention, parts.console)
  return wx
}

/** Every API that works, and what it is. */
function apis(
  { program, router, storage, layout, device, launch, faults, convention, timers }: Parts,
  privacy: Privacy,
): Table {
  const updates = new LocationUpdates(
    (options, answer) => convention.ask('startLocationUpdate', options, answer),
    timers,
    faults,
  )
  const table: Table = {
    ...hostApis,
    ...storageApis(storage),
    ...navigationApis(router, faults),
    ...deviceApis(device, program, launch),
    ...requestApis(convention),
    ...transferApis(convention),
    ...queryApis({ layout, screen: device, faults, page: () => router.current()?.instance }),
    ...privacy.apis(),
    ...updates.apis(),
    ...miscApis(faults, (name) => Object.hasOwn(table, name)),
  }
  return table
}
