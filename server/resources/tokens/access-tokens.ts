/**
 * Access tokens. The database knows only their SHA-256, so a token is seen once, where it is made.
 * A revoked one is refused by the next request: running servers are told with the commit.
 */
import { hash, randomBytes } from 'node:crypto'
import { fragment, type Db } from '../../db/pool.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

export interface Token {
  id: number
  name: string
  admin_id: number
  admin_name: string
  /** True if it may read and change the settings. */
  settings: boolean
  created_at: Date
  revoked_at: Date | null
}

export interface NewToken {
  name: string
  /** The admin it acts for; else the owner. */
  adminId?: number
  now: Date
  /** True if it may read and change the settings: create tokens and admins. */
  settings?: boolean
  /** Else one is made. */
  token?: string
}

/** 256 random bits in the shape that Intercom's have. */
export function makeToken(): string {
  const digits = randomBytes(32).toString('hex')
  const groups = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)]
  return Buffer.from(`tok:${groups.join('_')}:1:0`).toString('base64')
}

export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Answers the token itself, for the only time. */
export async function createToken(
  db: Db,
  workspaceId: number,
  given: NewToken,
): Promise<{ id: number; token: string }> {
  const { name, now, settings = false, token = makeToken() } = given
  const adminId = given.adminId ?? (await getOwnerId(db, workspaceId))
  const [row] = await db<{ id: number }[]>`
    insert into tokens ${db({ workspace_id: workspaceId, name, hash: hashToken(token), admin_id: adminId, settings, created_at: now }, 'workspace_id', 'name', 'hash', 'admin_id', 'settings', 'created_at')}
    returning id`
  return { id: row!.id, token }
}

const columns = fragment`t.id, t.name, t.admin_id, a.name as admin_name, t.settings, t.created_at, t.revoked_at
  from tokens t join admins a on a.workspace_id = t.workspace_id and a.id = t.admin_id`

export const listTokens = (db: Db, workspaceId: number): Promise<Token[]> =>
  db<Token[]>`select ${columns} where t.workspace_id = ${workspaceId} order by t.id`

/** @throws 404 not_found */
export async function getToken(db: Db, workspaceId: number, id: string | number): Promise<Token> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<Token[]>`select ${columns} where t.workspace_id = ${workspaceId} and t.id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** False where there is no such token, or it was revoked. The change holds from its next request on. */
export async function updateToken(
  db: Db,
  workspaceId: number,
  id: number,
  changes: { name?: string; settings?: boolean },
): Promise<boolean> {
  const { name = null, settings = null } = changes
  const rows = await db`
    with updated as (
      update tokens set name = coalesce(${name}, name), settings = coalesce(${settings}, settings)
      where workspace_id = ${workspaceId} and id = ${id} and revoked_at is null
      returning id
    )
    select ${notice} from updated`
  return rows.length > 0
}

/** False where there is no such token, or it was revoked before. */
export async function revokeToken(db: Db, workspaceId: number, id: number, now: Date): Promise<boolean> {
  const rows = await db`
    with revoked as (
      update tokens set revoked_at = ${now}
      where workspace_id = ${workspaceId} and id = ${id} and revoked_at is null
      returning id
    )
    select ${notice} from revoked`
  return rows.length > 0
}

/** Tokens that act for an admin. */
export async function revokeTokensOf(db: Db, workspaceId: number, adminId: number, now: Date): Promise<void> {
  await db`
    with revoked as (
      update tokens set revoked_at = ${now}
      where workspace_id = ${workspaceId} and admin_id = ${adminId} and revoked_at is null
      returning id
    )
    select ${notice} from revoked`
}

/** Tokens of a workspace. */
export async function revokeAll(db: Db, workspaceId: number, now: Date): Promise<void> {
  await db`
    with revoked as (
      update tokens set revoked_at = ${now} where workspace_id = ${workspaceId} and revoked_at is null returning id
    )
    select ${notice} from revoked`
}

/** With the commit, every server forgets what it knows of tokens and of what they open. */
const notice = fragment`pg_notify('parley_access', id::text)`

/** The first admin of a workspace. */
export async function getOwnerId(db: Db, workspaceId: number): Promise<number> {
  const [owner] = await db<{ id: number }[]>`
    select id from admins where workspace_id = ${workspaceId} and kind = 'admin' and removed_at is null order by id limit 1`
  if (!owner) throw new Error(`workspace ${workspaceId} has no admin`)
  return owner.id
}
