/**
 * Tells the operator of forms that are refused for their address. Behind a proxy that forwards neither host nor scheme
 * these are the forms of the help center's own pages, and readers cannot say why.
 */
import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '../../../clock.ts'
import { publicAddress } from '../../../http/public-address.ts'
import { isByDomain } from './domains.ts'

const SILENCE_MS = 60_000
/** Anybody may send any header; no address is longer. */
const LONGEST = 300

/** @returns writes a line for a request whose form was refused, at most one in a minute */
export function createForeignLog(log: Logger, clock: Clock, publicUrl: string | undefined) {
  let nextAt = 0
  return (request: FastifyRequest): void => {
    const { origin, 'sec-fetch-site': from } = request.headers
    // Here the browser compared the addresses itself, so that no setting would change the answer.
    if (origin === undefined || from !== undefined) return
    const now = clock.now().getTime()
    if (now < nextAt) return
    nextAt = now + SILENCE_MS
    const own = publicAddress(isByDomain(request) ? undefined : publicUrl, request)
    log.warn(
      { origin: addressOf(origin), own: own.slice(0, LONGEST) },
      'a form of the help center was refused: its page has another address than the server knows as its own; behind a proxy, set PARLEY_PUBLIC_URL, or PARLEY_TRUSTED_PROXIES if the proxy forwards host and scheme',
    )
  }
}

/** Without a path or a password, which an origin cannot have and a header can. */
const addressOf = (origin: string): string => (URL.parse(origin)?.origin ?? 'null').slice(0, LONGEST)
