/**
 * The one way out of the server over HTTP: webhooks, data connectors, attachments. The name is resolved here, and the
 * connection goes to the address that was checked, whatever the name says a moment later. A name is refused when any of
 * its addresses is: nobody needs one that is public and private. Redirects are followed by `download` alone.
 */
import { lookup as resolve } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Reach } from '../config.ts'
import { isAllowed, isPublic } from './addresses.ts'

export interface Outgoing {
  method: string
  headers: Record<string, string>
  body?: Buffer | undefined
  /** Ends the whole exchange: look-up, connection, headers and body. */
  signal: AbortSignal
  reach: Reach
  /** True if the request carries a secret that is stored here: over http it goes to no public address then. */
  secret?: boolean | undefined
}

/**
 * Sends a request. @returns its response, whose body the caller reads or destroys
 * @throws NOT_PUBLIC, NOT_ALLOWED or NOT_ENCRYPTED where the address is refused, else an error of the connection
 */
export function open(
  url: URL,
  { method, headers, body, signal, reach, secret = false }: Outgoing,
): Promise<IncomingMessage> {
  // Credentials would stand in every log on the way.
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) return Promise.reject(notAllowed())
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isPlain = secret && url.protocol === 'http:'
  const refusalOf = (address: string): Error | undefined => {
    if (!isAllowed(address, reach)) return notPublic()
    return isPlain && isPublic(address) ? notEncrypted() : undefined
  }
  // A connection to an address looks up no name.
  const refusal = isIP(host) === 0 ? undefined : refusalOf(host)
  if (refusal) return Promise.reject(refusal)
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method,
      headers: body ? { ...headers, 'Content-Length': String(body.length) } : headers,
      // A connection of its own, which nothing but this request has used or will use.
      agent: false,
      signal,
      lookup: lookupUnless(refusalOf),
    })
    request.on('error', failed)
    // Such as after an answer that is none: nothing may wait for ever.
    request.on('close', () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    request.on('response', answered)
    request.end(body)
  })
}

/** Looks a name up, and fails if one of its addresses is refused. */
const lookupUnless =
  (refusalOf: (address: string) => Error | undefined): LookupFunction =>
  (host, options, found) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, [])
      const [first] = addresses
      if (!first) return found(notPublic(), [])
      const refusals = addresses.map(({ address }) => refusalOf(address))
      const refusal = refusals.find((one) => one !== undefined)
      if (refusal) return found(refusal, [])
      if (options.all) found(null, addresses)
      else found(null, first.address, first.family)
    })
  }

const notPublic = () => Object.assign(new Error('the address is not public'), { code: 'NOT_PUBLIC' })
const notAllowed = () => Object.assign(new Error('the address is not allowed'), { code: 'NOT_ALLOWED' })
const notEncrypted = () => Object.assign(new Error('the address is not encrypted'), { code: 'NOT_ENCRYPTED' })

const EXPLAINED: Record<string, string> = {
  NOT_PUBLIC: 'the address is not public',
  NOT_ALLOWED: 'the address is not allowed',
  NOT_ENCRYPTED: 'a stored token is sent over https only',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed before an answer came',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
}

const isTimeout = (error: Error): boolean => error.name === 'AbortError' || error.name === 'TimeoutError'

/** The text of a cause may contain addresses, so unknown causes are reported by their code. */
export function explain(error: NodeJS.ErrnoException): string {
  if (isTimeout(error)) return 'no answer came in time'
  const code = error.code ?? (error as AggregateError).errors?.[0]?.code ?? 'UNKNOWN'
  return EXPLAINED[code] ?? `no connection (${code})`
}
