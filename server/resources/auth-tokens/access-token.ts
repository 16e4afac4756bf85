/**
 * Access tokens of OAuth: asked for with client credentials, by the server's one way out, and kept until they expire.
 * They are kept in memory alone: they can be fetched again at any time, and so stand in no database and no backup.
 */
import { setTimeout } from 'node:timers/promises'
import type { Reach } from '../../config.ts'
import { exchange } from '../../outgoing/exchange.ts'
import type { StoredOAuth } from './credentials.ts'

interface Kept {
  /** Undefined where none was had yet. */
  token: string | undefined
  /** Times are those of `performance.now`. */
  until: number
  /** When a fetch last began because it was refused, whether that failed or not; undefined if that never was. */
  renewed: number | undefined
  /** The failure of the last fetch; undefined if it did not fail. */
  failed: { error: string; at: number } | undefined
}

const NONE: Kept = { token: undefined, until: 0, renewed: undefined, failed: undefined }

/**
 * By the sealed credentials, which differ for each token of each workspace: nobody is handed a token that was fetched
 * with the credentials of another, and credentials that change in the database count at once in every process.
 */
const kept = new Map<string, Kept>()
const MOST_KEPT = 1000
/** Requests that run, by the same keys: runs that need a token at the same time share one. */
const fetching = new Map<string, Promise<AccessToken>>()
/** A token is given up that long before it expires: it must hold until it has arrived. */
const MARGIN_S = 30
/** The lifetime of a token that does not tell its own. */
const UNTOLD_S = 300
const LONGEST_S = 86_400
/** A connector that refuses every token costs no more than one fetch in that time, whether it fails or not. */
const RENEWAL_PAUSE_MS = 60_000
/** A server of tokens that fails is left alone for that long, but for renewals; runs meanwhile fail as the last one did. */
const FAILURE_PAUSE_MS = 5000
const MOST_BYTES = 65_536
const TIMEOUT_MS = 10_000
const LATE = 'no answer came in time'

export interface FetchOptions {
  reach: Reach
  /** When to give up, by `performance.now`. */
  deadline: number
  /** The token that was refused: another one is needed, unless it has been fetched meanwhile. */
  refused: string | undefined
}

export type AccessToken = { token: string } | { error: string }

export async function getAccessToken(
  sealed: Buffer,
  oauth: StoredOAuth,
  { reach, deadline, refused }: FetchOptions,
): Promise<AccessToken> {
  const key = sealed.toString('base64')
  const { token, until, renewed, failed } = kept.get(key) ?? NONE
  const now = performance.now()
  if (!fetching.has(key)) {
    if (token !== undefined && token !== refused && until > now) return { token }
    if (refused !== undefined && renewed !== undefined && now - renewed < RENEWAL_PAUSE_MS)
      return { error: failed?.error ?? 'it was refused again within a minute after it was renewed' }
    if (failed && now - failed.at < FAILURE_PAUSE_MS) return { error: failed.error }
    const fetch = fetchAndKeep(key, oauth, { reach, renewed: refused === undefined ? renewed : now })
    fetching.set(
      key,
      fetch.finally(() => fetching.delete(key)),
    )
  }
  const given = await before(deadline, fetching.get(key)!)
  return 'token' in given && given.token === refused ? { error: 'the token that was refused came again' } : given
}

async function fetchAndKeep(
  key: string,
  oauth: StoredOAuth,
  { reach, renewed }: Pick<Kept, 'renewed'> & { reach: Reach },
): Promise<AccessToken> {
  const fetched = await fetchToken(oauth, reach)
  if ('error' in fetched) {
    // The token stays: the other system may take it again.
    keep(key, { ...(kept.get(key) ?? NONE), renewed, failed: { error: fetched.error, at: performance.now() } })
    return fetched
  }
  keep(key, { ...fetched, renewed, failed: undefined })
  return { token: fetched.token }
}

/** A run waits no longer than it may, and the fetch goes on for the others. */
async function before(deadline: number, fetch: Promise<AccessToken>): Promise<AccessToken> {
  const left = Math.max(1, Math.ceil(deadline - performance.now()))
  const answered = new AbortController()
  try {
    return await Promise.race([fetch, setTimeout(left, { error: LATE }, { signal: answered.signal })])
  } finally {
    answered.abort()
  }
}

async function fetchToken(
  oauth: StoredOAuth,
  reach: Reach,
): Promise<{ token: string; until: number } | { error: string }> {
  const { type, body } = requestOf(oauth)
  const asked = performance.now()
  // Redirects are not followed: the secret would go with them.
  const answer = await exchange(new URL(oauth.token_url), {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': type, 'User-Agent': 'Parley-Connectors/1.0' },
    body: Buffer.from(body),
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_BYTES,
    reach,
    secret: true,
  })
  if (answer.failure !== null) return { error: answer.error }
  if (answer.status < 200 || answer.status > 299) return { error: `the answer has the status ${answer.status}` }
  const read = readToken(answer.body)
  if (!read) return { error: 'the answer holds no access_token' }
  return { token: read.token, until: asked + (read.seconds - MARGIN_S) * 1000 }
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

/** One that has expired is kept, too: its last renewal counts. */
function keep(key: string, token: Kept): void {
  kept.delete(key)
  kept.set(key, token)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT) kept.delete(oldest!)
}
