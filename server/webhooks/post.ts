/**
 * Posts to an address that somebody gave. The name is resolved here, and the connection goes to the
 * address that was checked, whatever the name says a moment later. A name is refused when any of its
 * addresses is: nobody needs one that is public and private. Redirects are not followed, and of the
 * answer nothing but its status is wanted.
 */
import { lookup as resolve } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Reach } from '../config.ts'
import { isAllowed } from './addresses.ts'

export interface PostOptions {
  headers: Record<string, string>
  timeoutMs: number
  reach: Reach
}

/** The status of an answer, or why there is none. */
export type Answer = { status: number; error: null } | { status: null; error: string }

/** The most bytes of an answer that are read before its connection is closed. */
const READ = 64 * 1024

export const post = (url: string, body: Buffer, options: PostOptions): Promise<Answer> =>
  send(new URL(url), body, options).then(
    (status) => ({ status, error: null }),
    (error: NodeJS.ErrnoException) => ({ status: null, error: explain(error) }),
  )

function send(url: URL, body: Buffer, { headers, timeoutMs, reach }: PostOptions): Promise<number> {
  // Credentials would stand in every log on the way.
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) return Promise.reject(notAllowed())
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  // A connection to an address looks up no name.
  if (isIP(host) !== 0 && !isAllowed(host, reach)) return Promise.reject(notPublic())
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(body.length) },
      // A connection of its own, which nothing but this request has used or will use.
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
      lookup: lookupIf((address) => isAllowed(address, reach)),
    })
    request.on('error', failed)
    // Such as after an answer that is none: nothing may wait for ever.
    request.on('close', () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    request.on('response', (response) => {
      answered(response.statusCode!)
      let read = 0
      response.on('error', () => {})
      response.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read > READ) response.destroy()
      })
    })
    request.end(body)
  })
}

/** Looks a name up, and fails unless all of its addresses are allowed. */
const lookupIf =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (host, options, found) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isAllowed(address))) return found(notPublic(), [])
      if (options.all) found(null, addresses)
      else found(null, first.address, first.family)
    })
  }

const notPublic = () => Object.assign(new Error('the address is not public'), { code: 'NOT_PUBLIC' })
const notAllowed = () => Object.assign(new Error('the address is not allowed'), { code: 'NOT_ALLOWED' })

const EXPLAINED: Record<string, string> = {
  NOT_PUBLIC: 'the address is not public',
  NOT_ALLOWED: 'the address is not allowed',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed before an answer came',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
}

/** The text of a cause may contain addresses, so unknown causes are reported by their code. */
function explain(error: NodeJS.ErrnoException): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer came in time'
  const code = error.code ?? (error as AggregateError).errors?.[0]?.code ?? 'UNKNOWN'
  return EXPLAINED[code] ?? `no connection (${code})`
}
