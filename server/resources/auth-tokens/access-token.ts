/**
 * Access tokens of OAuth: asked for with client credentials, by the server's one way out, and kept until they expire.
 * They are kept in memory alone: they can be fetched again at any time, and so stand in no database and no backup.
 */
import type { Reach } from '../../config.ts'
import { exchange } from '../../outgoing/exchange.ts'
import type { StoredOAuth } from './credentials.ts'

interface Kept {
  token: string
  /** By `performance.now`. */
  until: number
}

/**
 * By the sealed credentials, which differ for each token of each workspace: nobody is handed a token that was fetched
 * with the credentials of another.
 */
const kept = new Map<string, Kept>()
const MOST_KEPT = 1000
/** A token is given up that long before it expires: it must hold until it has arrived. */
const MARGIN_S = 30
/** The lifetime of a token that does not tell its own. */
const UNTOLD_S = 300
const LONGEST_S = 86_400
const MOST_BYTES = 65_536

export interface FetchOptions {
  reach: Reach
  /** When to give up, by `performance.now`. */
  deadline: number
  /** True to fetch another token, whatever is kept. */
  renew: boolean
}

export type AccessToken = { token: string } | { error: string }

export async function getAccessToken(
  sealed: Buffer,
  oauth: StoredOAuth,
  { reach, deadline, renew }: FetchOptions,
): Promise<AccessToken> {
  const key = sealed.toString('base64')
  const found = kept.get(key)
  if (found && !renew && found.until > performance.now()) return { token: found.token }
  kept.delete(key)
  const { type, body } = requestOf(oauth)
  // Redirects are not followed: the secret would go with them.
  const answer = await exchange(new URL(oauth.token_url), {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': type, 'User-Agent': 'Parley-Connectors/1.0' },
    body: Buffer.from(body),
    timeoutMs: Math.max(1, Math.ceil(deadline - performance.now())),
    mostBytes: MOST_BYTES,
    reach,
  })
  if (answer.failure !== null) return { error: answer.error }
  if (answer.status < 200 || answer.status > 299) return { error: `the answer has the status ${answer.status}` }
  const read = readToken(answer.body)
  if (!read) return { error: 'the answer holds no access_token' }
  keep(key, read)
  return { token: read.token }
}

function requestOf({ request_format, token_url: _, ...credentials }: StoredOAuth): { type: string; body: string } {
  const given = Object.entries({ grant_type: 'client_credentials', ...credentials }).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  )
  if (request_format === 'json') return { type: 'application/json', body: JSON.stringify(Object.fromEntries(given)) }
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(given).toString() }
}

function readToken(body: Buffer): { token: string; seconds: number } | undefined {
  let answer: { access_token?: unknown; expires_in?: unknown } | null
  try {
    answer = JSON.parse(body.toString())
  } catch {
    return undefined
  }
  const token = answer?.access_token
  // It stands in a header.
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) return undefined
  const seconds = Number(answer?.expires_in ?? UNTOLD_S)
  return { token, seconds: Number.isFinite(seconds) ? Math.min(seconds, LONGEST_S) : UNTOLD_S }
}

function keep(key: string, { token, seconds }: { token: string; seconds: number }): void {
  if (seconds <= MARGIN_S) return
  kept.set(key, { token, until: performance.now() + (seconds - MARGIN_S) * 1000 })
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT) kept.delete(oldest!)
}
