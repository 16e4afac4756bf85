/**
 * Authentication: the access token names the workspace and the admin that it acts for.
 *
 * Tokens are cached in memory until the database tells that access changed (`notify parley_access`): a revoked token
 * is refused by its next request, whichever process revoked it. Should that line to the database be down, what is
 * kept is soon asked for again.
 */
import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Workspace } from '../context.ts'
import type { Pool } from '../db/pool.ts'
import { readAgain } from '../db/unavailable.ts'
import { apiError } from './errors.ts'

export interface Access {
  tokenId: number
  adminId: number
  /** True if the token may read and change the settings. */
  settings: boolean
  workspace: Workspace
}

export interface Authenticator {
  /** @throws 401 unauthorized */
  authenticate(authorization: string | undefined): Promise<Access>
  stop(): Promise<void>
}

const CHANNEL = 'parley_access'
const KEPT_MS = 5000

export async function createAuthenticator(db: Pool): Promise<Authenticator> {
  const known = new LRUCache<string, Access>({ max: 10_000, ttl: KEPT_MS })
  /** Grows with each change, so that a value read before a change is not cached after it. */
  let changes = 0
  const forget = () => {
    changes++
    known.clear()
  }
  // Clears the cache on a change, and on each connection, since changes in between were missed.
  const line = await db.listen(CHANNEL, forget, forget)
  return {
    async authenticate(authorization) {
      const token = tokenOf(authorization)
      if (token === undefined) throw unauthorized()
      const digest = hash('sha256', token, 'hex')
      const kept = known.get(digest)
      if (kept) return kept
      const before = changes
      const access = await readAgain(() => findAccess(db, digest))
      if (!access) throw unauthorized()
      if (changes === before) known.set(digest, access)
      return access
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

/** A token opens nothing once its admin was removed, however it came to be. */
async function findAccess(db: Pool, digest: string): Promise<Access | undefined> {
  const [row] = await db<(Workspace & { token_id: number; admin_id: number; settings: boolean })[]>`
    select t.id as token_id, t.admin_id, t.settings, w.id, w.app_id, w.name, w.time_zone, w.region, w.default_version, w.created_at
    from tokens t join workspaces w on w.id = t.workspace_id
    join admins a on a.workspace_id = t.workspace_id and a.id = t.admin_id
    where t.hash = ${Buffer.from(digest, 'hex')} and t.revoked_at is null and a.removed_at is null`
  if (!row) return undefined
  const { token_id, admin_id, settings, ...workspace } = row
  return { tokenId: token_id, adminId: admin_id, settings, workspace }
}
