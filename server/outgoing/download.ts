/** Gets a file from an address that somebody gave. Each hop of its redirects goes through the same guard. */
import type { Reach } from '../config.ts'
import { readBody, unreadable } from './exchange.ts'
import { explain, open } from './open.ts'

interface DownloadOptions {
  reach: Reach
  /** For all hops together. */
  timeoutMs: number
  mostBytes: number
}

export type Download = { body: Buffer; error: null } | { body: null; error: string }

const MOST_REDIRECTS = 3

export async function download(url: URL, { reach, timeoutMs, mostBytes }: DownloadOptions): Promise<Download> {
  const signal = AbortSignal.timeout(timeoutMs)
  let answered = false
  try {
    let at = url
    for (let hops = 0; ; hops++) {
      const response = await open(at, { method: 'GET', headers: {}, signal, reach })
      const { statusCode: status = 0, headers } = response
      const next = status >= 300 && status < 400 ? URL.parse(headers.location ?? '', at.href) : null
      answered = status === 200
      if (answered) return { body: await readBody(response, mostBytes), error: null }
      response.destroy()
      if (!next || hops === MOST_REDIRECTS) return { body: null, error: `the answer was ${status}` }
      at = next
    }
  } catch (error) {
    if (signal.aborted) return { body: null, error: 'no answer came in time' }
    const { code = '' } = error as NodeJS.ErrnoException
    return { body: null, error: answered ? unreadable(code) : explain(error as NodeJS.ErrnoException) }
  }
}
