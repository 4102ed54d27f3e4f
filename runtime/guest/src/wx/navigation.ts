import type { Faults } from '../base/faults'
import type { Outcome } from '../base/outcome'
import { EventChannel, type Listener } from '../program/event-channel'
import type { Action, Router } from '../program/router'
import type { Options, Table } from './convention'

export function navigationApis(router: Router, faults: Faults): Table {
  const go = (action: Action) => ({ how: 'local', run: ({ url }: Options) => router.go(action, url) }) as const
  return {
    navigateTo: { how: 'local', run: (options) => navigateTo(router, faults, options) },
    redirectTo: go('redirectTo'),
    reLaunch: go('reLaunch'),
    switchTab: go('switchTab'),
    navigateBack: { how: 'local', run: ({ delta }) => router.back(Number(delta ?? 1)) },
  }
}

function navigateTo(router: Router, faults: Faults, { url, events }: Options): Outcome {
  const listeners = typeof events === 'object' && events !== null ? (events as Record<string, Listener>) : {}
  const [opener, opened] = EventChannel.pair(faults, listeners)
  const outcome = router.go('navigateTo', url, opened)
  return outcome.ok ? { ok: true, value: { eventChannel: opener } } : outcome
}
