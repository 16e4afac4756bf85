/** Headers by which a request carries stored tokens. A sealed value is opened here alone, for the call that sends it. */
import type { Db } from '../../db/pool.ts'
import { mayCarrySecret } from '../../outgoing/addresses.ts'
import type { Secrets } from '../../secrets.ts'
import { getAccessToken, type FetchOptions } from './access-token.ts'
import { sealFor } from './auth-token.ts'
import { faultOfHost } from './fault-of-host.ts'
import { clashOf, headerOf } from './header-of.ts'
import { listSealedTokens, type SealedToken } from './queries.ts'

export interface Carried {
  headers: { name: string; value: string }[]
  /** Values to keep out of everything that is shown. */
  secrets: string[]
  /** The token of OAuth among them, which can be fetched again; there is at most one, as they share a header. */
  accessToken: string | undefined
}

/** `refused`: nothing may be sent; `unfetched`: a token could not be had. The message holds no secret. */
export type NotCarried = { why: 'refused' | 'unfetched'; message: string }

export interface CarryOptions extends FetchOptions {
  db: Db
  secrets: Secrets
  workspaceId: number
  tokenIds: number[]
  /** Where the request goes. */
  url: URL
}

export async function carryTokens(options: CarryOptions): Promise<Carried | NotCarried> {
  const { db, workspaceId, tokenIds, url, reach } = options
  const tokens = tokenIds.length === 0 ? [] : await listSealedTokens(db, workspaceId, tokenIds)
  if (tokens.length < tokenIds.length) return refused('A token of the data connector is not there')
  const clash = clashOf(tokens)
  if (clash !== undefined) return refused(clash)
  if (tokens.length > 0 && !mayCarrySecret(url, reach)) return refused('Stored tokens are sent over https only')
  const fault = faultOfHost(tokens, url.hostname)
  if (fault !== undefined) return refused(fault)
  const carried: Carried = { headers: [], secrets: [], accessToken: undefined }
  for (const token of tokens) {
    const value = await valueOf(token, options)
    if (typeof value !== 'string') return value
    const prefix = isOAuth(token) ? 'Bearer' : token.token_prefix
    carried.headers.push({ name: headerOf(token), value: prefix ? `${prefix} ${value}` : value })
    carried.secrets.push(value)
    if (isOAuth(token)) carried.accessToken = value
  }
  return carried
}

async function valueOf(token: SealedToken, options: CarryOptions): Promise<string | NotCarried> {
  let opened: string
  try {
    opened = options.secrets.open(token.credentials, sealFor(token.workspace_id, token.id)).trim()
  } catch {
    return refused(`The token ${token.name} cannot be read with the key that this server has`)
  }
  if (!isOAuth(token)) return opened
  const fetched = await getAccessToken(token.credentials, JSON.parse(opened), options)
  if ('token' in fetched) return fetched.token
  return { why: 'unfetched', message: `The token ${token.name} could not be fetched: ${fetched.error}` }
}

const isOAuth = ({ token_type }: SealedToken) => token_type === 'oauth'
const refused = (message: string): NotCarried => ({ why: 'refused', message })
