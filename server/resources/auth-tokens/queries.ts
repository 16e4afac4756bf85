/** The SQL of auth tokens. Sealed credentials are read for the calls that send them. */
import { fragment, type Db } from '../../db/pool.ts'
import type { AuthTokensRow } from '../../db/types/auth_tokens.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { ShownToken } from './auth-token.ts'

const columns = fragment`
  workspace_id, id, name, description, token_type, request_header_key, token_prefix, domain, created_at, updated_at`

/** Newest first, one more than a page has, where there are more. @param before the id that ended the page before */
export const listAuthTokens = (
  db: Db,
  workspaceId: number,
  perPage: number,
  before: number | undefined,
): Promise<ShownToken[]> =>
  db<ShownToken[]>`
    select ${columns} from auth_tokens
    where workspace_id = ${workspaceId} ${before === undefined ? fragment`` : fragment`and id < ${before}`}
    order by id desc limit ${perPage + 1}`

/** @throws 404 auth_token_not_found */
export const getAuthToken = (db: Db, workspaceId: number, id: string): Promise<ShownToken> =>
  find(db, workspaceId, id, fragment``)

/** Held until the transaction ends. @throws 404 auth_token_not_found */
export const lockAuthToken = (db: Db, workspaceId: number, id: string): Promise<ShownToken> =>
  find(db, workspaceId, id, fragment`for update`)

async function find(db: Db, workspaceId: number, id: string, lock: ReturnType<typeof fragment>): Promise<ShownToken> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ShownToken[]>`
          select ${columns} from auth_tokens where workspace_id = ${workspaceId} and id = ${number} ${lock}`
  if (!row) throw notFound('auth_token')
  return row
}

export type SealedToken = Pick<
  AuthTokensRow,
  'workspace_id' | 'id' | 'name' | 'token_type' | 'request_header_key' | 'token_prefix' | 'domain' | 'credentials'
>

/** Tokens of the workspace, in the order of the ids. */
export const listSealedTokens = (db: Db, workspaceId: number, ids: number[]): Promise<SealedToken[]> =>
  db<SealedToken[]>`
    select workspace_id, id, name, token_type, request_header_key, token_prefix, domain, credentials
    from auth_tokens where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], id)`

export async function nextAuthTokenId(db: Db): Promise<number> {
  const [row] = await db<[{ id: number }]>`select nextval(pg_get_serial_sequence('auth_tokens', 'id')) as id`
  return row.id
}

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'description', 'request_header_key', 'token_prefix', 'updated_at'] as const
type Changes = Partial<Pick<AuthTokensRow, (typeof CHANGEABLE)[number]>>

export async function insertAuthToken(
  db: Db,
  workspaceId: number,
  token: Omit<AuthTokensRow, 'workspace_id'>,
): Promise<ShownToken> {
  const [row] = await db<[ShownToken]>`
    insert into auth_tokens ${db({ ...token, workspace_id: workspaceId }, 'workspace_id', 'id', 'token_type', 'domain', 'credentials', 'created_at', ...CHANGEABLE)}
    returning ${columns}`
  return row
}

export async function updateAuthToken(db: Db, workspaceId: number, id: number, changes: Changes): Promise<ShownToken> {
  const [row] = await db<[ShownToken]>`
    update auth_tokens set ${db(changes, ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id} returning ${columns}`
  return row
}
