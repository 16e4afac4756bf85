/**
 * Authentication: the access token names the workspace and the admin that it acts for.
 *
 * Tokens are cached in memory until the database tells that access changed (`notify parley_access`): a revoked token
 * is refused by its next request, whichever process revoked it. Should that line to the database be down, what is
 * kept is soon asked for again.
 */
import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Pool } from '../db/pool.ts'
import { apiError } from './errors.ts'
import { createTokenLookup, type Access } from './token-lookup.ts'

export type { Access } from './token-lookup.ts'

export interface Authenticator {
  /**
   * @param address that the request comes from
   * @returns a promise only where the database is asked: most requests need not wait
   * @throws 401 unauthorized, 429 rate_limit_exceeded
   */
  authenticate(authorization: string | undefined, address: string): Access | Promise<Access>
  stop(): Promise<void>
}

const CHANNEL = 'parley_access'
const KEPT_MS = 5000

/** @param changed called with each change, and whenever changes may have been missed */
export async function createAuthenticator(
  db: Pool,
  log?: Pick<Logger, 'warn'>,
  changed: () => Promise<void> = async () => {},
): Promise<Authenticator> {
  const lookup = createTokenLookup(db, log)
  const known = new LRUCache<string, Access>({ max: 10_000, ttl: KEPT_MS })
  /** Grows with each change, so that a value read before a change is not cached after it. */
  let changes = 0
  const forget = () => {
    changes++
    known.clear()
    changed().catch((error) => log?.warn({ err: error }, 'changes of access were not read; they are with the next'))
  }
  // Clears the cache on a change, and on each connection, since changes in between were missed.
  const line = await db.listen(CHANNEL, forget, forget)
  const find = async (digest: string, address: string) => {
    const before = changes
    const access = await lookup.find(digest, address)
    if (!access) throw unauthorized()
    if (changes === before) known.set(digest, access)
    return access
  }
  return {
    authenticate(authorization, address) {
      const token = tokenOf(authorization)
      if (token === undefined) throw unauthorized()
      const digest = hash('sha256', token, 'hex')
      return known.get(digest) ?? find(digest, address)
    },
    stop: () => line.unlisten(),
  }
}

const unauthorized = () => apiError(401, 'unauthorized', 'Access Token Invalid')

/** From `Bearer <token>`, or `Basic` with the token as the user name; the scheme in any letter case. */
function tokenOf(authorization: string | undefined): string | undefined {
  const match = /^(bearer|basic) +(\S+) *$/i.exec(authorization ?? '')
  if (!match) return undefined
  if (match[1]!.toLowerCase() === 'bearer') return match[2]
  const [user] = Buffer.from(match[2]!, 'base64').toString('utf8').split(':')
  return user || undefined
}
