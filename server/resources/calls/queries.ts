/** The SQL of calls. */
import { fragment, type Db } from '../../db/pool.ts'
import type { CallsRow } from '../../db/types/calls.ts'
import type { FileRef } from '../../files/queries.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** Newest first. */
export const listCalls = (
  db: Db,
  workspaceId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<CallsRow[]> => db<CallsRow[]>`
  select * from calls where workspace_id = ${workspaceId} order by id desc limit ${limit} offset ${offset}`

/** The calls of some conversations, oldest first; ids that cannot be one find nothing. */
export async function listCallsOf(db: Db, workspaceId: number, conversationIds: string[]): Promise<CallsRow[]> {
  const ids = conversationIds.flatMap((id) => numberId(id) ?? [])
  if (ids.length === 0) return []
  return db<CallsRow[]>`
    select * from calls where workspace_id = ${workspaceId} and conversation_id = any(${ids}::bigint[]) order by id`
}

const select = async (db: Db, workspaceId: number, id: string | number, lock = fragment``) => {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<CallsRow[]>`select * from calls where workspace_id = ${workspaceId} and id = ${number} ${lock}`
  if (!row) throw notFound('call')
  return row
}

/** @throws 404 not_found */
export const getCall = (db: Db, workspaceId: number, id: string | number): Promise<CallsRow> =>
  select(db, workspaceId, id)

/** @throws 404 not_found */
export const getCallForUpdate = (db: Db, workspaceId: number, id: string | number): Promise<CallsRow> =>
  select(db, workspaceId, id, fragment`for update`)

/** True if the provider has reported a call with its own id before. */
export async function hasExternalId(
  db: Db,
  workspaceId: number,
  provider: string,
  externalId: string,
): Promise<boolean> {
  const rows = await db`
    select from calls where workspace_id = ${workspaceId} and provider = ${provider} and external_id = ${externalId}`
  return rows.length > 0
}

/** Columns that a report may write. */
const CHANGEABLE = [
  'state',
  'admin_id',
  'answered_at',
  'ended_at',
  'ended_reason',
  'queue_time',
  'hold_time',
  'resolution_state',
  'attributes',
  'recording_file_id',
  'transcript',
  'summary',
  'updated_at',
] as const

export async function insertCall(
  db: Db,
  workspaceId: number,
  call: Pick<
    CallsRow,
    | 'provider'
    | 'external_id'
    | 'direction'
    | 'state'
    | 'phone'
    | 'conversation_id'
    | 'admin_id'
    | 'contact_id'
    | 'initiated_at'
    | 'created_at'
    | 'updated_at'
  >,
): Promise<CallsRow> {
  const row = { ...call, workspace_id: workspaceId }
  const [made] = await db<CallsRow[]>`
    insert into calls ${db(row, 'workspace_id', 'provider', 'external_id', 'direction', 'state', 'phone', 'conversation_id', 'admin_id', 'contact_id', 'initiated_at', 'created_at', 'updated_at')}
    returning *`
  return made!
}

export async function updateCall(
  db: Db,
  workspaceId: number,
  id: number,
  changes: Partial<Pick<CallsRow, (typeof CHANGEABLE)[number]>>,
): Promise<CallsRow> {
  const [row] = await db<CallsRow[]>`
    update calls set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}

export const deleteCall = async (db: Db, workspaceId: number, id: number): Promise<void> =>
  void (await db`delete from calls where workspace_id = ${workspaceId} and id = ${id}`)

/** @throws 404 not_found where there is no call, or it has no recording */
export async function getRecording(db: Db, workspaceId: number, id: string): Promise<FileRef> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<FileRef[]>`
          select f.id, f.name, f.secret from calls c
          join files f on f.workspace_id = c.workspace_id and f.id = c.recording_file_id
          where c.workspace_id = ${workspaceId} and c.id = ${number}`
  if (!row) throw notFound('recording')
  return row
}
