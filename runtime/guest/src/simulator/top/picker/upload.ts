const PROBLEMS: Record<number, string> = {
  409: 'it is one too many',
  422: 'it is no JPEG or PNG picture that can be read, or too large',
}

/** Sends a file that the user picked to the host; what is wrong with it, or nothing. */
export async function upload(pick: number, file: File): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(`/simulator/pick?number=${pick}`, { method: 'POST', body: file })
    return ok ? undefined : (PROBLEMS[status] ?? 'the host did not take it')
  } catch {
    return 'the host cannot be reached'
  }
}
