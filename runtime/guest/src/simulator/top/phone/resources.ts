import type { ToFrame } from '../../shared/messages'

const USABLE = /^(?:image|font)\//

/** Fetches files of the package for the frame, which can load nothing by itself. */
export async function fetchResource(path: string): Promise<ToFrame> {
  return { t: 'resource', path, blob: await load(path) }
}

async function load(path: string): Promise<Blob | null> {
  try {
    const answer = await fetch(`/simulator/resource?path=${encodeURIComponent(path)}`)
    const blob = await answer.blob()
    return answer.ok && USABLE.test(blob.type) ? blob : null
  } catch {
    return null
  }
}
