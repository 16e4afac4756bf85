/**
 * Finds the access that a token opens. An address that sends many wrong tokens is slowed: its tokens are looked up
 * together, a few times a second, in one statement, so that guessing costs the database next to nothing. A token that
 * opened something before is looked up at once, whoever else sends from its address.
 */
import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Workspace } from '../context.ts'
import type { Pool } from '../db/pool.ts'
import { readAgain } from '../db/unavailable.ts'
import { ApiError } from './errors.ts'
import { EVERYWHERE, within } from '../networks.ts'

export interface Access {
  tokenId: number
  adminId: number
  /** True if the token may read and change the settings. */
  settings: boolean
  /** True if the workspace takes requests from the address. */
  admits: (address: string) => boolean
  workspace: Workspace
}

export interface TokenLookup {
  /** @throws 429 rate_limit_exceeded where too many wait */
  find(digest: string, address: string): Promise<Access | undefined>
}

/** Wrong tokens that an address may send in a window before it is slowed. */
const WRONG = { most: 50, windowMs: 10_000, addresses: 10_000 }
const TOGETHER = { everyMs: 100, most: 2000 }
/** Tokens that opened something, by their digests. */
const SEEN = 10_000

export function createTokenLookup(db: Pool, log?: Pick<Logger, 'warn'>): TokenLookup {
  const wrong = new LRUCache<string, number>({ max: WRONG.addresses, ttl: WRONG.windowMs, noUpdateTTL: true })
  const seen = new LRUCache<string, true>({ max: SEEN })
  const findTogether = together((digests) => readAgain(() => findAccesses(db, digests)))

  function noteWrong(network: string): void {
    const times = (wrong.get(network) ?? 0) + 1
    wrong.set(network, times)
    if (times === WRONG.most) log?.warn({ address: network }, 'an address that sends many wrong tokens is slowed')
  }

  return {
    async find(digest, address) {
      const network = networkOf(address)
      const isSlowed = (wrong.get(network) ?? 0) >= WRONG.most && !seen.has(digest)
      const found = isSlowed
        ? await findTogether(digest)
        : (await readAgain(() => findAccesses(db, [digest]))).get(digest)
      if (found) seen.set(digest, true)
      else {
        seen.delete(digest)
        noteWrong(network)
      }
      return found
    },
  }
}

/** An IPv6 address counts as its /64, all of which its owner may use. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const rest = tail === '' ? 0 : tail.split(':').length
    groups.push(...Array.from({ length: Math.max(0, 8 - groups.length - rest) }, () => '0'), ...tail.split(':'))
  }
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** Gathers keys for a moment, and asks for all of them at once. */
function together<T>(ask: (keys: string[]) => Promise<Map<string, T>>): (key: string) => Promise<T | undefined> {
  let waiting = new Map<string, PromiseWithResolvers<T | undefined>>()

  async function askNow(): Promise<void> {
    const asked = waiting
    waiting = new Map()
    try {
      const found = await ask([...asked.keys()])
      for (const [key, { resolve }] of asked) resolve(found.get(key))
    } catch (error) {
      for (const { reject } of asked.values()) reject(error)
    }
  }

  return async (key) => {
    let one = waiting.get(key)
    if (!one) {
      if (waiting.size >= TOGETHER.most) throw tooMany()
      if (waiting.size === 0) setTimeout(askNow, TOGETHER.everyMs)
      one = Promise.withResolvers()
      waiting.set(key, one)
    }
    return one.promise
  }
}

const tooMany = () =>
  new ApiError(429, 'rate_limit_exceeded', 'Too many unknown access tokens come from this address', undefined, {
    'Retry-After': '1',
  })

interface Found {
  digest: string
  token_id: number
  admin_id: number
  settings: boolean
  /** Where requests may come from; null for everywhere. */
  networks: string[] | null
}

/** Finds accesses by the digests of their tokens. A token opens nothing once its admin was removed, however it came to be. */
async function findAccesses(db: Pool, digests: string[]): Promise<Map<string, Access>> {
  const hashes = digests.map((digest) => Buffer.from(digest, 'hex'))
  const rows = await db<(Workspace & Found)[]>`
    select encode(t.hash, 'hex') as digest, t.id as token_id, t.admin_id, t.settings,
      l.networks, w.id, w.app_id, w.name, w.time_zone, w.region, w.default_version, w.email_copies, w.created_at
    from tokens t join workspaces w on w.id = t.workspace_id
    join admins a on a.workspace_id = t.workspace_id and a.id = t.admin_id
    left join ip_allowlists l on l.workspace_id = t.workspace_id and l.enabled
    where t.hash = any(${hashes}::bytea[]) and t.revoked_at is null and a.removed_at is null`
  return new Map(
    rows.map(({ digest, token_id, admin_id, settings, networks, ...workspace }) => [
      digest,
      {
        tokenId: token_id,
        adminId: admin_id,
        settings,
        admits: networks === null ? EVERYWHERE : within(networks),
        workspace,
      },
    ]),
  )
}
