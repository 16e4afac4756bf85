/**
 * Gets a file from an address that somebody gave. Redirects are followed, each address checked like the first: files are
 * often kept elsewhere than where they are shared, and no secret of ours goes with the request.
 */
import type { Reach } from '../config.ts'
import { exchange } from './exchange.ts'

export interface DownloadOptions {
  /** Time for the download with all its redirects. */
  timeoutMs: number
  mostBytes: number
  reach: Reach
}

export type Download =
  | { bytes: Buffer; contentType: string; error: null }
  /** @property again true if it may succeed later */
  | { bytes: null; error: string; again: boolean }

const MOST_REDIRECTS = 5

export async function download(url: URL, { timeoutMs, mostBytes, reach }: DownloadOptions): Promise<Download> {
  const end = performance.now() + timeoutMs
  let at = url
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const left = Math.max(1, Math.ceil(end - performance.now()))
    const answer = await exchange(at, {
      method: 'GET',
      headers: { Accept: '*/*', 'User-Agent': 'Parley' },
      timeoutMs: left,
      mostBytes,
      reach,
    })
    if (answer.failure) return failed(answer.error, answer.failure === 'connection' || answer.failure === 'time')
    const { status, headers, body } = answer
    if (status === 200) return { bytes: body, contentType: headers['content-type'] ?? '', error: null }
    const next = REDIRECTS.has(status) && headers.location ? URL.parse(headers.location, at.href) : null
    if (!next) return failed(`the answer has the status ${status}`, status >= 500 || status === 408 || status === 429)
    at = next
  }
  return failed('the redirects do not end', false)
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

const failed = (error: string, again: boolean): Download => ({ bytes: null, error, again })
